CREATE TABLE prices (item text NOT NULL, amount numeric);
CREATE TABLE history (id int PRIMARY KEY, was prices, all_were prices[]);
CREATE FUNCTION cheaper(p prices) RETURNS prices LANGUAGE sql IMMUTABLE
  RETURN ROW(p.item, p.amount * 0.9)::prices;
