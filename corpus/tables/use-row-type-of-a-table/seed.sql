INSERT INTO prices VALUES ('tea', 3);
INSERT INTO history VALUES (1, ROW('tea', 2), NULL);
