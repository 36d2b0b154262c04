INSERT INTO sites VALUES (1, 'roof');
INSERT INTO readings VALUES (1, 1, '2024-03-01', 1.5), (1, 2, '2024-04-01', 2.5);
