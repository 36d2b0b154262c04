UPDATE people SET seen = seen + interval '1 day', tags = tags || ARRAY['new'] WHERE id % 9 = 0;
DELETE FROM log WHERE id % 6 = 0;
INSERT INTO log SELECT g, 1 + g % 300, 'buy', timestamptz '2026-03-01' + g % 900 * interval '1 minute', 5 FROM generate_series(90001, 91000) AS g;
DELETE FROM people WHERE id > 24990;
ANALYZE log;
VACUUM people;
