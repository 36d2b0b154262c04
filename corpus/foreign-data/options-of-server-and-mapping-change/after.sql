CREATE EXTENSION postgres_fdw;

CREATE SERVER s TYPE 'postgres' VERSION '18' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'new.example.com', dbname 'it''s', use_remote_estimate 'true');
CREATE USER MAPPING FOR app_owner SERVER s OPTIONS (user 'b');
CREATE USER MAPPING FOR reader SERVER s OPTIONS (user 'c');
ALTER SERVER s OWNER TO app_owner;
