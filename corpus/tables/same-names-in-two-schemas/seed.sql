INSERT INTO eu.orders VALUES (1, 'new');
INSERT INTO us.orders VALUES (1, 'stale');
