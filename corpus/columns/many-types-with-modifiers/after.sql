CREATE TABLE zoo (
  id int,
  a char, b char(5), c "char", d bit, e bit(8), f bit varying(3), g numeric(5,0), h numeric,
  i time(2) with time zone, j time, k timestamptz(3), l interval year to month, m interval second(2), n float4, o real[],
  p name, q oid, r regclass, s xid8, t pg_lsn, u tsquery, v macaddr8, w cidr, x box, y int4multirange, z numrange[],
  "A" varchar(5)[], "B" timestamp(0)[], "C" double precision, "D" character varying, "E" jsonpath
);
