INSERT INTO accounts (code, id) VALUES ('a', 1), ('b', 2);
INSERT INTO notes VALUES (1), (2), (NULL);
INSERT INTO invoices VALUES (2);
INSERT INTO payments VALUES (1);
