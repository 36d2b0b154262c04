CREATE TABLE authors (id int NOT NULL, name text NOT NULL, tenant int NOT NULL DEFAULT 1, CONSTRAINT authors_pkey PRIMARY KEY (tenant, id));
CREATE TABLE books (id int PRIMARY KEY, author int NOT NULL);
CREATE VIEW book_counts AS SELECT a.id, a.name, count(*) AS books FROM authors a JOIN books b ON b.author = a.id GROUP BY a.tenant, a.id;
