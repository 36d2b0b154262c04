CREATE TABLE keys (id uuid PRIMARY KEY, secret bytea, hash text, addr inet, price numeric(12,2));
