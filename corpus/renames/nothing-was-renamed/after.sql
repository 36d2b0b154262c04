CREATE TABLE users (id int PRIMARY KEY, title text, alias text);
CREATE TABLE articles (id int PRIMARY KEY, body text);
