CREATE TABLE words (id int PRIMARY KEY, word text, sort_key text COLLATE "C", either varchar(10) COLLATE "C");
CREATE INDEX words_word ON words (word);
CREATE INDEX words_c ON words (word COLLATE "C");
CREATE UNIQUE INDEX words_sort ON words (sort_key);
CREATE VIEW sorted_words AS SELECT word, sort_key FROM words ORDER BY sort_key;
