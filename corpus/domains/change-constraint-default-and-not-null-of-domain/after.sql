CREATE DOMAIN qty AS int DEFAULT 0 CONSTRAINT positive CHECK (VALUE >= 0);
CREATE DOMAIN note AS text NOT NULL;
CREATE TABLE lines (id int PRIMARY KEY, qty qty, note note);
