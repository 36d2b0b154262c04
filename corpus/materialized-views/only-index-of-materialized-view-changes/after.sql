CREATE TABLE pages (id int PRIMARY KEY, path text NOT NULL, hits int NOT NULL);
CREATE MATERIALIZED VIEW top_pages AS SELECT path, hits FROM pages WHERE hits > 10;

CREATE UNIQUE INDEX top_pages_path ON top_pages (path text_pattern_ops);
CREATE INDEX top_pages_hits ON top_pages USING brin (hits) WITH (pages_per_range = 8);
