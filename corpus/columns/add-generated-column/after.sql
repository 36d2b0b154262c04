CREATE TABLE people (
  id int PRIMARY KEY,
  first text NOT NULL,
  last text NOT NULL,
  born date,
  full_name text GENERATED ALWAYS AS (first || ' ' || last) STORED,
  search tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('english', first || ' ' || last)) STORED
);
CREATE INDEX people_search ON people USING gin (search);
