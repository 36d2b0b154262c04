CREATE OR REPLACE AGGREGATE public.mean(bigint) (
  SFUNC = int8_avg_accum,
  STYPE = internal,
  SSPACE = 128,
  FINALFUNC = numeric_poly_avg,
  COMBINEFUNC = int8_avg_combine,
  SERIALFUNC = int8_avg_serialize,
  DESERIALFUNC = int8_avg_deserialize,
  MSFUNC = int8_avg_accum,
  MINVFUNC = int8_avg_accum_inv,
  MSTYPE = internal,
  MFINALFUNC = numeric_poly_avg,
  PARALLEL = SAFE
);

CREATE OR REPLACE AGGREGATE public.total(integer) (
  SFUNC = int4_sum,
  STYPE = bigint,
  COMBINEFUNC = int8pl,
  PARALLEL = RESTRICTED
);

-- down

CREATE OR REPLACE AGGREGATE public.mean(bigint) (
  SFUNC = int8_avg_accum,
  STYPE = internal,
  FINALFUNC = numeric_poly_avg
);

CREATE OR REPLACE AGGREGATE public.total(integer) (
  SFUNC = int4_sum,
  STYPE = bigint
);
