CREATE EXTENSION postgres_fdw;
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;

CREATE FOREIGN TABLE f (id bigint, name text OPTIONS (column_name 'nm'), born date DEFAULT '2000-01-01') SERVER s OPTIONS (table_name 'F 2', fetch_size '50');
CREATE VIEW fv AS SELECT id, name FROM f;
