-- Without a handler and a validator, a wrapper takes any options.
CREATE FOREIGN DATA WRAPPER redis_fdw;
