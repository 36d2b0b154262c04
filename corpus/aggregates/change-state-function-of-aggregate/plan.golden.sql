CREATE OR REPLACE AGGREGATE public.pick(text) (
  SFUNC = public.keep_last,
  STYPE = text
);

-- down

CREATE OR REPLACE AGGREGATE public.pick(text) (
  SFUNC = public.keep_first,
  STYPE = text
);
