CREATE TYPE size AS ENUM ('S', 'L');
CREATE TABLE shirts (id int PRIMARY KEY, size size);
