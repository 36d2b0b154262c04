CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN positive AS int NOT NULL CHECK (VALUE > 0);
CREATE TABLE users (id positive PRIMARY KEY, mail email NOT NULL DEFAULT 'none@example.com', backup text);
