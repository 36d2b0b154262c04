SELECT setseed(0.75);
INSERT INTO people (id, mail, name, feels, born, tags, facts, active, code, weight, token, address, seen)
SELECT g, 'p' || g || '@example.com', (ARRAY['Anna', 'Bo', 'Carl', 'Dina'])[1 + g % 4] || ' ' || substr(md5(g::text), 1, 1 + g % 9),
       (ARRAY['sad', 'ok', 'ok', 'happy', 'happy', 'happy']::mood[])[1 + g % 6], CASE WHEN g % 9 > 0 THEN date '1950-01-01' + g % 20000 END,
       ARRAY['t' || (random() * random() * 90)::int, 'u' || g % 40],
       jsonb_build_object('plan', (ARRAY['free', 'free', 'pro', 'team'])[1 + g % 4], 'seats', g % 30),
       tstzrange(timestamptz '2024-01-01' + g * interval '11 minutes', timestamptz '2024-01-01' + g * interval '11 minutes' + random() * interval '9 days'),
       'c' || g % 700, CASE WHEN g % 97 = 0 THEN 'NaN' ELSE sqrt(g) END, md5(g::text)::uuid, ('10.' || g % 200 || '.' || g % 90 || '.1')::inet,
       timestamptz '2024-01-01' + random() * interval '700 days'
FROM generate_series(1, 25000) AS g;
INSERT INTO log
SELECT g, 1 + (random() * random() * 24999)::int, (ARRAY['view', 'view', 'view', 'click', 'buy'])[1 + g % 5],
       timestamptz '2024-01-01' + random() * interval '760 days', CASE WHEN g % 3 = 0 THEN random() * 500 END
FROM generate_series(1, 90000) AS g;
INSERT INTO base_one SELECT g, 'one ' || g FROM generate_series(1, 9000) AS g;
INSERT INTO base_two SELECT g % 90, 'two ' || g, g FROM generate_series(1, 14000) AS g;
REFRESH MATERIALIZED VIEW kinds;
VACUUM ANALYZE;
