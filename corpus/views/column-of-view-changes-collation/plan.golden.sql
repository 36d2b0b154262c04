DROP VIEW public.sorted;

CREATE VIEW public.sorted AS
SELECT id,
    (word COLLATE "C") AS word
   FROM public.words;

-- down

DROP VIEW public.sorted;

CREATE VIEW public.sorted AS
SELECT id,
    word
   FROM public.words;
