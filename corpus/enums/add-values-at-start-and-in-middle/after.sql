CREATE TYPE size AS ENUM ('XXS', 'XS', 'S', 'M', 'M+', 'L', 'XL');
CREATE TABLE shirts (id int PRIMARY KEY, size size);
