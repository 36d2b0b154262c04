-- Without a handler and a validator, a wrapper takes any options.
CREATE FOREIGN DATA WRAPPER informix_fdw;
