CREATE TYPE currency AS ENUM ('EUR', 'USD');
CREATE TABLE prices (id int PRIMARY KEY, currency currency NOT NULL DEFAULT 'EUR');
