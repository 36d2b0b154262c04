CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE size AS ENUM ('s', 'm', 'l');
CREATE TABLE shirts (id int PRIMARY KEY, size size NOT NULL DEFAULT 'm', mood mood, sizes size[] DEFAULT '{s}');
CREATE INDEX shirts_size ON shirts (size);
