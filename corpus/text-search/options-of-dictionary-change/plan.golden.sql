ALTER TEXT SEARCH DICTIONARY public.stems (stopwords = 'english');

ALTER TEXT SEARCH DICTIONARY public.words (stopwords, accept = 'false');

-- The owner of TEXT SEARCH DICTIONARY public.words changes: who could change it, and whose rights it runs with.
ALTER TEXT SEARCH DICTIONARY public.words OWNER TO app_owner;

COMMENT ON TEXT SEARCH DICTIONARY public.words IS 'Not all';

-- down

ALTER TEXT SEARCH DICTIONARY public.stems (stopwords);

COMMENT ON TEXT SEARCH DICTIONARY public.words IS NULL;

-- The owner of TEXT SEARCH DICTIONARY public.words changes: who could change it, and whose rights it runs with.
ALTER TEXT SEARCH DICTIONARY public.words OWNER TO CURRENT_USER;

ALTER TEXT SEARCH DICTIONARY public.words (accept, stopwords = 'english');
