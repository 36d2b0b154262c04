CREATE OR REPLACE AGGREGATE public.joined(txt text, separator text) (
  SFUNC = string_agg_transfn,
  STYPE = internal,
  FINALFUNC = string_agg_finalfn
);

CREATE OR REPLACE AGGREGATE public.least_of(integer) (
  SFUNC = int4smaller,
  STYPE = integer,
  SORTOP = OPERATOR(pg_catalog.<)
);

CREATE AGGREGATE public.stars(*) (
  SFUNC = int8inc,
  STYPE = bigint,
  INITCOND = '0'
);

-- down

CREATE OR REPLACE AGGREGATE public.least_of(integer) (
  SFUNC = int4smaller,
  STYPE = integer
);

DROP AGGREGATE public.joined(text, text);

CREATE AGGREGATE public.joined(text, text) (
  SFUNC = string_agg_transfn,
  STYPE = internal,
  FINALFUNC = string_agg_finalfn
);

DROP AGGREGATE public.stars(*);
