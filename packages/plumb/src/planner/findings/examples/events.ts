/** Events in a partition for each of six months, with 36,000 rows together. */
export const events = `
CREATE TABLE events (id bigint NOT NULL, at timestamptz NOT NULL, kind text NOT NULL, actor int NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
CREATE TABLE events_4 PARTITION OF events FOR VALUES FROM ('2026-04-01') TO ('2026-05-01');
CREATE TABLE events_5 PARTITION OF events FOR VALUES FROM ('2026-05-01') TO ('2026-06-01');
CREATE TABLE events_6 PARTITION OF events FOR VALUES FROM ('2026-06-01') TO ('2026-07-01');
CREATE TABLE days (day date PRIMARY KEY, at timestamptz NOT NULL);
INSERT INTO events
  SELECT i, timestamptz '2026-01-02 00:00+00' + i * interval '7 minutes', 'kind ' || i % 300, i % 4000
  FROM generate_series(1, 36000) AS i;
INSERT INTO days SELECT date '2026-01-01' + i, date '2026-01-01' + i FROM generate_series(1, 150) AS i;
CREATE INDEX ON events (actor);
CREATE INDEX ON events (at);
VACUUM ANALYZE;
`;
