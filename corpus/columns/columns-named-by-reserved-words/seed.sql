INSERT INTO "order" VALUES (1, 'ann', 'x', 5, 'q', 'd');
