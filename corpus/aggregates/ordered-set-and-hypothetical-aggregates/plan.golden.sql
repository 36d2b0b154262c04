CREATE AGGREGATE public.my_percentile(double precision ORDER BY double precision) (
  SFUNC = ordered_set_transition,
  STYPE = internal,
  FINALFUNC = percentile_cont_float8_final,
  FINALFUNC_MODIFY = SHAREABLE
);

CREATE AGGREGATE public.my_rank(VARIADIC "any" ORDER BY VARIADIC "any") (
  SFUNC = ordered_set_transition_multi,
  STYPE = internal,
  FINALFUNC = rank_final,
  FINALFUNC_EXTRA = true,
  HYPOTHETICAL
);

DROP AGGREGATE public.my_percentile(double precision, anyelement);

-- down

CREATE AGGREGATE public.my_percentile(double precision ORDER BY anyelement) (
  SFUNC = ordered_set_transition,
  STYPE = internal,
  FINALFUNC = percentile_disc_final,
  FINALFUNC_EXTRA = true
);

DROP AGGREGATE public.my_percentile(double precision, double precision);

DROP AGGREGATE public.my_rank("any");
