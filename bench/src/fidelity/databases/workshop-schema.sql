CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN positive AS int NOT NULL CHECK (value > 0);
CREATE TABLE people (
  id positive PRIMARY KEY, mail text COLLATE "C" NOT NULL UNIQUE, name varchar(40) NOT NULL, feels mood NOT NULL, born date, tags text[] NOT NULL,
  facts jsonb NOT NULL, active tstzrange NOT NULL, about tsvector GENERATED ALWAYS AS (to_tsvector('english', name)) STORED, code char(8),
  weight float8, token uuid NOT NULL, address inet, seen timestamptz NOT NULL
);
CREATE INDEX people_name ON people (lower(name) text_pattern_ops);
CREATE INDEX people_feels ON people (feels) INCLUDE (mail);
CREATE INDEX people_born ON people (born DESC NULLS LAST, name);
CREATE INDEX people_tags ON people USING gin (tags);
CREATE INDEX people_facts ON people USING gin (facts jsonb_path_ops);
CREATE INDEX people_about ON people USING gin (about);
CREATE INDEX people_active ON people USING gist (active);
CREATE INDEX people_plan ON people ((facts ->> 'plan'));
CREATE INDEX people_code ON people USING hash (code);
CREATE INDEX people_token ON people (token);
CREATE INDEX people_address ON people (address);
CREATE INDEX people_recent ON people (seen) WHERE feels <> 'sad';
CREATE STATISTICS people_mood (ndistinct, dependencies, mcv) ON feels, (facts ->> 'plan'), code FROM people;
CREATE TABLE log (id bigint NOT NULL, person int NOT NULL, kind text NOT NULL, at timestamptz NOT NULL, amount numeric(12, 2)) PARTITION BY RANGE (at);
CREATE TABLE log_2024 PARTITION OF log FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE log_2025 PARTITION OF log FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE log_later PARTITION OF log DEFAULT;
ALTER TABLE log ADD PRIMARY KEY (id, at);
CREATE INDEX log_person ON log (person, at DESC);
CREATE INDEX log_kind ON log (kind, at);
CREATE INDEX log_at ON log USING brin (at);
CREATE TABLE base (a int, b text);
CREATE TABLE base_one () INHERITS (base);
CREATE TABLE base_two (c int) INHERITS (base);
CREATE INDEX base_one_a ON base_one (a);
CREATE INDEX base_two_a ON base_two (a);
CREATE VIEW busy AS SELECT person, count(*) AS events, max(at) AS latest FROM log GROUP BY person;
CREATE MATERIALIZED VIEW kinds AS SELECT id, kind, at FROM log;
CREATE INDEX kinds_at ON kinds (at);
