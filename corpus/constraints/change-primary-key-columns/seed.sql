INSERT INTO memberships VALUES (1, 1, 'a'), (2, 1, 'b');
INSERT INTO items VALUES (1, 'x'), (2, 'y');
