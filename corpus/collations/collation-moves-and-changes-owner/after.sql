CREATE SCHEMA i18n;
CREATE COLLATION i18n.nat (provider = icu, locale = 'en-u-kn-true');
ALTER COLLATION i18n.nat OWNER TO app_owner;
CREATE DOMAIN label AS text COLLATE i18n.nat;
