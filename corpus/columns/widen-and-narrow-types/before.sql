CREATE TABLE t (
  id int PRIMARY KEY,
  name varchar(20) NOT NULL,
  code varchar(50),
  free varchar,
  amount numeric(8,2),
  exact numeric,
  at timestamp(6),
  bits varbit(4),
  span interval(3)
);
