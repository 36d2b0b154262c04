-- control: relocatable = false, schema = tiger, requires = 'postgis,fuzzystrmatch'
CREATE TYPE norm_addy AS (
  address integer, predirabbrev character varying, streetname character varying, streettypeabbrev character varying, postdirabbrev character varying, internal character varying,
  location character varying, stateabbrev character varying, zip character varying, parsed boolean, zip4 character varying, address_alphanumeric character varying
);
CREATE FUNCTION normalize_address(in_rawinput character varying) RETURNS norm_addy LANGUAGE sql STABLE RETURN NULL::norm_addy;
CREATE FUNCTION pprint_addy(input norm_addy) RETURNS character varying LANGUAGE sql IMMUTABLE RETURN NULL::character varying;
