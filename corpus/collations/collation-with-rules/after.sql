CREATE COLLATION custom (provider = icu, locale = 'en', rules = '&a < g <<< G');
CREATE TABLE t (id int PRIMARY KEY, a text COLLATE custom);
