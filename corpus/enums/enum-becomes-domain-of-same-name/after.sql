CREATE DOMAIN currency AS text CHECK (VALUE ~ '^[A-Z]{3}$');
CREATE TABLE prices (id int PRIMARY KEY, currency currency NOT NULL DEFAULT 'EUR');
