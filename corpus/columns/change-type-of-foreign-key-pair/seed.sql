INSERT INTO tenants VALUES (1), (2);
INSERT INTO members VALUES (1, 1), (2, 1);
INSERT INTO messages VALUES (1, 1, 'hi'), (2, NULL, 'ho');
