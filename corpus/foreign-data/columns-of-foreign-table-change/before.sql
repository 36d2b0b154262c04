CREATE EXTENSION postgres_fdw;
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;

CREATE FOREIGN TABLE f (id int NOT NULL, name varchar(10) OPTIONS (column_name 'n'), gone text) SERVER s OPTIONS (table_name 'f');
CREATE VIEW fv AS SELECT id, name FROM f;
