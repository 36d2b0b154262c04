CREATE AGGREGATE largest(int) (SFUNC = int4larger, STYPE = int);
