CREATE TYPE money_amount AS (amount int, currency char(3));
CREATE TABLE prices (id int PRIMARY KEY, price money_amount, CONSTRAINT positive CHECK ((price).amount > 0));
CREATE INDEX prices_amount ON prices (((price).amount));
