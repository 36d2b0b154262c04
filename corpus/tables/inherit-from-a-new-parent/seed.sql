INSERT INTO cities VALUES ('Kiel', 247000);
INSERT INTO capitals VALUES ('Berlin', 3700000, 'DE');
