CREATE TABLE articles (id int PRIMARY KEY, title text, body text,
  tsv tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english'::regconfig, coalesce(title, '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce(body, '')), 'B')) STORED);
CREATE INDEX articles_tsv ON articles USING gin (tsv) WITH (fastupdate = off);
