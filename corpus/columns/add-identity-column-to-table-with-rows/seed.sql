INSERT INTO tags VALUES ('a'), ('b'), ('c');
