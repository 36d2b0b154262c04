CREATE TYPE old_status AS ENUM ('new', 'ok');
CREATE TABLE orders (id int PRIMARY KEY, status old_status NOT NULL DEFAULT 'new');
