CREATE COLLATION nat (provider = icu, locale = 'en-u-kn-true');
CREATE DOMAIN label AS text COLLATE nat;
