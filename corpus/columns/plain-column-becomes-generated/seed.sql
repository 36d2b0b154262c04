INSERT INTO boxes VALUES (1, 2, 3, 4, 24), (2, 1, 1, 1, 7);
