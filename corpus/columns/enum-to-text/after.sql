CREATE TYPE size AS ENUM ('s', 'm', 'l');
CREATE TYPE tone AS ENUM ('ok', 'sad', 'glad');
CREATE TABLE shirts (id int PRIMARY KEY, size text NOT NULL DEFAULT 'm', mood tone, sizes text[] DEFAULT '{s}');
CREATE INDEX shirts_size ON shirts (size);
