SELECT setseed(0.25);
INSERT INTO region SELECT g, 'region ' || g FROM generate_series(0, 4) AS g;
INSERT INTO nation SELECT g, 'nation ' || g, g % 5 FROM generate_series(0, 24) AS g;
INSERT INTO supplier
SELECT g, 'supplier ' || g, (random() * 24)::int, random() * 10000 - 1000, CASE WHEN g % 200 = 0 THEN 'customer complaints' ELSE md5(g::text) END
FROM generate_series(1, 1000) AS g;
INSERT INTO customer
SELECT g, 'customer ' || g, (random() * 24)::int, 10 + g % 25 || '-' || 100 + g % 900, random() * 10000 - 1000,
       (ARRAY['building', 'machines', 'furniture', 'household', 'cars'])[1 + g % 5]
FROM generate_series(1, 15000) AS g;
INSERT INTO part
SELECT g, (ARRAY['green', 'blue', 'red', 'forest'])[1 + g % 4] || ' ' || md5(g::text), 'maker ' || g % 5, 'brand ' || g % 25,
       (ARRAY['small', 'large', 'promo', 'economy'])[1 + g % 4] || ' ' || (ARRAY['steel', 'brass', 'tin'])[1 + g % 3], 1 + g % 50,
       (ARRAY['sm case', 'med box', 'lg jar', 'jumbo pack'])[1 + g % 4]
FROM generate_series(1, 20000) AS g;
INSERT INTO partsupp
SELECT g, 1 + (g + k * 251) % 1000, random() * 9999, random() * 1000 FROM generate_series(1, 20000) AS g, generate_series(0, 3) AS k;
INSERT INTO orders
SELECT g, 1 + (random() * 14999)::int, (ARRAY['F', 'O', 'P'])[1 + g % 3], random() * 400000, date '1992-01-01' + (random() * 2400)::int,
       (1 + g % 5) || '-' || (ARRAY['urgent', 'high', 'medium', 'low', 'none'])[1 + g % 5],
       CASE WHEN g % 90 = 0 THEN 'special requests' ELSE md5(g::text) END
FROM generate_series(1, 60000) AS g;
INSERT INTO lineitem
SELECT o_id, p, 1 + (p + (o_id % 4) * 251) % 1000, line, 1 + random() * 49, random() * 90000, (random() * 10)::int / 100.0, 0.05,
       (ARRAY['R', 'A', 'N'])[1 + o_id % 3], (ARRAY['O', 'F'])[1 + o_id % 2], o_date + 1 + (random() * 120)::int,
       o_date + 30 + (random() * 60)::int, o_date + 5 + (random() * 140)::int,
       (ARRAY['mail', 'ship', 'air', 'truck', 'rail'])[1 + (o_id + line) % 5], (ARRAY['in person', 'none', 'take back'])[1 + line % 3]
FROM orders, generate_series(1, 4) AS line, LATERAL (SELECT 1 + (random() * 19999 + line * 0)::int AS p) AS parts
WHERE o_id % 4 >= line % 3;
VACUUM ANALYZE;
