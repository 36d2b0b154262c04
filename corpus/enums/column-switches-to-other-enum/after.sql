CREATE TYPE status AS ENUM ('new', 'ok', 'lost');
CREATE TABLE orders (id int PRIMARY KEY, status status NOT NULL DEFAULT 'new');
