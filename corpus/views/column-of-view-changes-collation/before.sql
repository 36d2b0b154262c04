CREATE TABLE words (id int PRIMARY KEY, word text NOT NULL);

CREATE VIEW sorted AS SELECT id, word FROM words;
