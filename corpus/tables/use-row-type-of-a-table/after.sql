CREATE TABLE prices (item text NOT NULL, amount numeric, currency char(3));
CREATE TABLE history (id int PRIMARY KEY, was prices, all_were prices[]);
CREATE FUNCTION cheaper(p prices) RETURNS prices LANGUAGE sql IMMUTABLE
  RETURN ROW(p.item, p.amount * 0.8, p.currency)::prices;
CREATE FUNCTION top_prices() RETURNS SETOF prices LANGUAGE sql STABLE
  BEGIN ATOMIC SELECT * FROM prices ORDER BY amount DESC LIMIT 3; END;
