-- Reads public.docs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY docs_brin ON public.docs USING brin (at, id) WITH (pages_per_range = 32, autosummarize = 'true');

-- Reads public.docs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY docs_brin_bloom ON public.docs USING brin (id int4_bloom_ops (n_distinct_per_range='100'));

-- Reads public.docs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY docs_btree ON public.docs (id DESC NULLS LAST, body);

-- Reads public.docs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY docs_gin ON public.docs USING gin (tags, meta jsonb_path_ops);

-- Reads public.docs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY docs_gist ON public.docs USING gist (span, place);

-- Reads public.docs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY docs_hash ON public.docs USING hash (body);

-- Reads public.docs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY docs_inet ON public.docs USING gist (addr inet_ops);

-- Reads public.docs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY docs_pattern ON public.docs (body text_pattern_ops);

-- Reads public.docs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY docs_spgist ON public.docs USING spgist (place);

-- Reads public.docs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY docs_spgist_text ON public.docs USING spgist (body);

-- Reads public.docs twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY docs_tsv ON public.docs USING gist (to_tsvector('simple'::regconfig, body) tsvector_ops (siglen='32'));

-- down

DROP INDEX CONCURRENTLY public.docs_brin;

DROP INDEX CONCURRENTLY public.docs_brin_bloom;

DROP INDEX CONCURRENTLY public.docs_btree;

DROP INDEX CONCURRENTLY public.docs_gin;

DROP INDEX CONCURRENTLY public.docs_gist;

DROP INDEX CONCURRENTLY public.docs_hash;

DROP INDEX CONCURRENTLY public.docs_inet;

DROP INDEX CONCURRENTLY public.docs_pattern;

DROP INDEX CONCURRENTLY public.docs_spgist;

DROP INDEX CONCURRENTLY public.docs_spgist_text;

DROP INDEX CONCURRENTLY public.docs_tsv;
