CREATE DOMAIN qty AS int DEFAULT 1 NOT NULL CONSTRAINT positive CHECK (VALUE > 0);
CREATE DOMAIN note AS text DEFAULT 'none';
CREATE TABLE lines (id int PRIMARY KEY, qty qty, note note);
