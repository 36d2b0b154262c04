-- public.events is written anew while nobody can read or write it: public.events.at changes from timestamp without time zone to timestamp with time zone.
ALTER TABLE public.events ALTER COLUMN at TYPE timestamp with time zone;

-- public.events is written anew while nobody can read or write it: public.events.day changes from date to timestamp with time zone.
ALTER TABLE public.events ALTER COLUMN day TYPE timestamp with time zone;

-- public.events is written anew while nobody can read or write it: public.events.span changes from daterange to tstzrange.
-- The migration fails where public.events.span holds a value that can't be converted to tstzrange.
ALTER TABLE public.events ALTER COLUMN span TYPE tstzrange USING span::text::tstzrange;

-- down

-- public.events is written anew while nobody can read or write it: public.events.at changes from timestamp with time zone to timestamp without time zone.
ALTER TABLE public.events ALTER COLUMN at TYPE timestamp without time zone;

-- public.events is written anew while nobody can read or write it: public.events.day changes from timestamp with time zone to date.
-- public.events.day can hold less as date than as timestamp with time zone: what doesn't fit is cut off, or refused.
-- The migration fails where public.events.day holds a value that can't be converted to date.
ALTER TABLE public.events ALTER COLUMN day TYPE date;

-- public.events is written anew while nobody can read or write it: public.events.span changes from tstzrange to daterange.
-- The migration fails where public.events.span holds a value that can't be converted to daterange.
ALTER TABLE public.events ALTER COLUMN span TYPE daterange USING span::text::daterange;
