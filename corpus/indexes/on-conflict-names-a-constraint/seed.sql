INSERT INTO counters VALUES ('a', 3);
