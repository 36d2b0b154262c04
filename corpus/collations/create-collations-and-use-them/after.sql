CREATE COLLATION german (provider = icu, locale = 'de-u-co-phonebk');
CREATE COLLATION ignore_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE COLLATION plain (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
COMMENT ON COLLATION german IS 'Phone book';
CREATE TABLE people (id int PRIMARY KEY, name text COLLATE german NOT NULL, nick text COLLATE ignore_case UNIQUE);
CREATE INDEX people_name ON people (name COLLATE plain);
