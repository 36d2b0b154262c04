CREATE TABLE words (id int PRIMARY KEY, word text COLLATE "C", sort_key text, either varchar(20) COLLATE "POSIX");
CREATE INDEX words_word ON words (word);
CREATE INDEX words_c ON words (word COLLATE "POSIX");
CREATE UNIQUE INDEX words_sort ON words (sort_key);
CREATE VIEW sorted_words AS SELECT word, sort_key FROM words ORDER BY sort_key;
