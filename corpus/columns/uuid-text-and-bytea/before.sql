CREATE TABLE keys (id text PRIMARY KEY, secret text, hash bytea, addr text, price money);
