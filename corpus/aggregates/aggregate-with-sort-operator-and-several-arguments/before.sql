CREATE AGGREGATE least_of(int) (SFUNC = int4smaller, STYPE = int);
CREATE AGGREGATE joined(text, text) (SFUNC = string_agg_transfn, STYPE = internal, FINALFUNC = string_agg_finalfn);
