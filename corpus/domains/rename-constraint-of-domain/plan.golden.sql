ALTER DOMAIN public.code RENAME CONSTRAINT code_check TO code_not_empty;

COMMENT ON DOMAIN public.code IS 'A code';

-- down

COMMENT ON DOMAIN public.code IS NULL;

ALTER DOMAIN public.code RENAME CONSTRAINT code_not_empty TO code_check;
