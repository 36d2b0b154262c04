INSERT INTO names VALUES (1, 'Ann');
