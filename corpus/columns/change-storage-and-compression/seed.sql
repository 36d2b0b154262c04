INSERT INTO blobs VALUES (1, 'x', '\x00ff', '{}', repeat('y', 5000));
