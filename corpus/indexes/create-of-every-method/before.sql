CREATE TABLE docs (id int, body text, tags text[], meta jsonb, place point, span int4range, at timestamptz, addr inet);
