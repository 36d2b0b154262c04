CREATE TABLE blobs (id int PRIMARY KEY, a text, b bytea, c jsonb, d text COMPRESSION pglz);
ALTER TABLE blobs ALTER a SET STORAGE external, ALTER b SET STORAGE main;
