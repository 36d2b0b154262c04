CREATE TABLE t (
  id bigint PRIMARY KEY,
  name varchar(100) NOT NULL,
  code varchar(10),
  free text,
  amount numeric(12,2),
  exact numeric(10,3),
  at timestamp(0),
  bits varbit,
  span interval day to second(3)
);
