CREATE TABLE articles (id int PRIMARY KEY, title text, body text,
  tsv tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, coalesce(title, '') || ' ' || coalesce(body, ''))) STORED);
CREATE INDEX articles_tsv ON articles USING gin (tsv);
