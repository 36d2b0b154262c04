CREATE TABLE blobs (id int PRIMARY KEY, a text, b bytea, c jsonb COMPRESSION pglz, d text);
ALTER TABLE blobs ALTER b SET STORAGE external, ALTER c SET STORAGE plain, ALTER d SET STORAGE main;
