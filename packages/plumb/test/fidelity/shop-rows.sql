SELECT setseed(0.5);
INSERT INTO customers
SELECT g, 'u' || g || '@example.com', (ARRAY['US', 'DE', 'FR', 'US', 'US'])[1 + g % 5], 18 + (g * 7) % 60,
       ARRAY['t' || g % 50, 't' || (g * g) % 300], jsonb_build_object('plan', (ARRAY['free', 'pro'])[1 + g % 2], 'n', g % 100),
       timestamptz '2024-01-01' + g * interval '50 minutes'
FROM generate_series(1, 20000) AS g;
INSERT INTO orders (customer_id, status, total, placed_at)
SELECT 1 + (random() * random() * 19999)::int, (ARRAY['paid', 'paid', 'paid', 'open'])[1 + g % 4], random() * 500,
       timestamptz '2024-01-01' + random() * interval '800 days'
FROM generate_series(1, 60000) AS g;
INSERT INTO visits
SELECT g, tstzrange(timestamptz '2025-01-01' + g * interval '1 minute', timestamptz '2025-01-01' + g * interval '1 minute' + random() * interval '1 day'),
       '/p/' || g % 400, (random() * random() * 1000)::int
FROM generate_series(1, 15000) AS g;
VACUUM ANALYZE;
UPDATE customers SET age = age + 1 WHERE id % 10 = 0;
DELETE FROM orders WHERE id % 13 = 0;
ANALYZE;
