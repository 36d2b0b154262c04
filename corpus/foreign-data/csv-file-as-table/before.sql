CREATE EXTENSION file_fdw;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE FOREIGN TABLE rates (day date, rate numeric) SERVER files OPTIONS (filename '/data/rates.csv', format 'csv');
