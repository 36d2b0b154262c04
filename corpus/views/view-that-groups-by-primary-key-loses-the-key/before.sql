CREATE TABLE authors (id int, name text NOT NULL, CONSTRAINT authors_pkey PRIMARY KEY (id));
CREATE TABLE books (id int PRIMARY KEY, author int NOT NULL);
CREATE VIEW book_counts AS SELECT a.id, a.name, count(*) AS books FROM authors a JOIN books b ON b.author = a.id GROUP BY a.id;
