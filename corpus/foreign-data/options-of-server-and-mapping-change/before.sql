CREATE EXTENSION postgres_fdw;

CREATE SERVER s TYPE 'postgres' VERSION '14' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'old.example.com', dbname 'app', fetch_size '100');
CREATE USER MAPPING FOR app_owner SERVER s OPTIONS (user 'a');
