INSERT INTO counters VALUES ('clicks', 3);
