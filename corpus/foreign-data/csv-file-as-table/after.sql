CREATE EXTENSION file_fdw;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE FOREIGN TABLE rates (day date OPTIONS (force_not_null 'true'), rate numeric, note text) SERVER files OPTIONS (filename '/data/rates.csv', format 'csv', header 'true', delimiter ';');
CREATE MATERIALIZED VIEW cached AS SELECT day, rate FROM rates WITH NO DATA;
