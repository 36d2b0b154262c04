CREATE EXTENSION postgres_fdw;
CREATE FOREIGN DATA WRAPPER mine HANDLER postgres_fdw_handler VALIDATOR postgres_fdw_validator;
CREATE FOREIGN DATA WRAPPER dummy;
COMMENT ON FOREIGN DATA WRAPPER dummy IS 'Without handler';
GRANT USAGE ON FOREIGN DATA WRAPPER dummy TO app_owner;
CREATE SERVER "Dummy Server" FOREIGN DATA WRAPPER dummy OPTIONS ("Any Thing" 'goes');
CREATE FOREIGN TABLE "Ghost" (id int) SERVER "Dummy Server";
