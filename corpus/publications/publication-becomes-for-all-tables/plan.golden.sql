-- Subscriptions to the publication p fail until it is made anew.
DROP PUBLICATION p;

CREATE PUBLICATION p
  FOR ALL TABLES;

COMMENT ON PUBLICATION p IS 'x';

-- down

-- Subscriptions to the publication p fail until it is made anew.
DROP PUBLICATION p;

CREATE PUBLICATION p
  FOR TABLE public.a;

COMMENT ON PUBLICATION p IS 'x';
