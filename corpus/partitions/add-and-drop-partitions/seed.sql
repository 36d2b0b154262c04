INSERT INTO logs VALUES (1, '2023-05-05', 'info'), (2, '2024-05-05', 'warn');
