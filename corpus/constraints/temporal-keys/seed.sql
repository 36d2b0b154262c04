INSERT INTO employees VALUES (1, '[2024-01-01,2025-01-01)', 'Ann'), (1, '[2025-01-01,)', 'Ann B.');
INSERT INTO assignments VALUES (1, 1, '[2024-06-01,2025-06-01)');
INSERT INTO badges VALUES (1, '[2024-01-01,2024-02-01)');
