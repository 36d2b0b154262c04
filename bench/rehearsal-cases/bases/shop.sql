CREATE TYPE mood AS ENUM ('sad', 'fine', 'glad');
CREATE TYPE pair AS (a int, b text);
CREATE DOMAIN positive AS numeric(10, 2) CHECK (VALUE > 0);
CREATE DOMAIN label AS text;
CREATE SCHEMA archive;
CREATE SEQUENCE numbers;

CREATE TABLE people (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name varchar(50) NOT NULL,
  email text UNIQUE,
  nick text,
  age int,
  born date,
  seen timestamp,
  seen3 timestamp(3),
  code char(4),
  score numeric(10, 2),
  flags bit varying(8),
  spent interval,
  host inet,
  data jsonb
);
CREATE INDEX people_name ON people (name);
CREATE INDEX people_lower ON people (lower(nick));
CREATE INDEX people_seen ON people (seen);
CREATE INDEX people_adult ON people (nick) WHERE age > 17;
CREATE INDEX people_data ON people USING gin (data);

CREATE TABLE orders (
  id bigint PRIMARY KEY,
  person int REFERENCES people,
  total numeric NOT NULL,
  state text NOT NULL DEFAULT 'open',
  note varchar(20),
  placed timestamptz DEFAULT now(),
  paid boolean,
  CONSTRAINT orders_state CHECK (state IN ('open', 'paid', 'sent'))
);
CREATE INDEX orders_placed ON orders (placed);

CREATE TABLE lines (
  order_id bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  no int NOT NULL,
  amount int,
  price numeric(8, 2),
  PRIMARY KEY (order_id, no)
);

CREATE TABLE loose (id int NOT NULL, person int, order_id bigint, ref int, remark text);
CREATE UNIQUE INDEX loose_id ON loose (id);
CREATE UNIQUE INDEX loose_ref ON loose (ref);

CREATE TABLE tree (id int PRIMARY KEY, above int REFERENCES tree, title text);

CREATE TABLE goods (id int PRIMARY KEY, price positive, tag label, feel mood DEFAULT 'fine', both_of pair, tags label[]);
CREATE INDEX goods_feel ON goods (feel);

CREATE TABLE stays (room int, during tsrange, guest text);

CREATE TABLE animals (id int, name text, legs int CHECK (legs >= 0));
CREATE TABLE cats (lives int) INHERITS (animals);
CREATE TABLE kittens () INHERITS (cats);

CREATE UNLOGGED TABLE scratch (id int PRIMARY KEY, v text);

CREATE TABLE secrets (id int PRIMARY KEY, owner text, body text);
ALTER TABLE secrets ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON secrets USING (owner = current_user);

CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';

CREATE TABLE sales (id int PRIMARY KEY, person int, total numeric, state varchar(20));
CREATE VIEW order_list AS SELECT s.id, s.total, s.state, t.v FROM sales s JOIN scratch t ON t.id = s.person;
CREATE VIEW small_orders AS SELECT id, state FROM sales WHERE total < 10;
CREATE MATERIALIZED VIEW totals AS SELECT person, sum(total) AS total FROM sales GROUP BY person;
CREATE UNIQUE INDEX totals_person ON totals (person);
CREATE RULE no_delete AS ON DELETE TO secrets DO INSTEAD NOTHING;
CREATE STATISTICS people_stats ON age, score FROM people;

-- rows
INSERT INTO people (name, email, nick, age, born, seen, seen3, code, score, flags, spent, host, data)
SELECT 'Person ' || n, 'p' || n || '@example.com', 'n' || n, 18 + n % 60, '1970-01-01'::date + n, '2024-01-01'::timestamp + n * interval '1 minute',
  '2024-01-01'::timestamp + n * interval '1 minute', 'c' || n % 100, n % 1000, B'0101', '1 day', '10.0.0.1', '{"a": 1}'
FROM generate_series(1, 3000) n;
INSERT INTO orders (id, person, total, state, note, paid) SELECT n, 1 + n % 3000, 100 + n, 'open', 'n' || n, n % 2 = 0 FROM generate_series(1, 4000) n;
INSERT INTO lines SELECT n, 1, n % 7 + 1, 5 FROM generate_series(1, 4000) n;
INSERT INTO loose SELECT n, n, n, n, 'r' FROM generate_series(1, 3000) n;
INSERT INTO tree SELECT n, NULLIF(n / 2, 0), 't' FROM generate_series(1, 2000) n;
INSERT INTO goods SELECT n, n, 'x', 'fine', ROW (1, 'b')::pair, '{a}' FROM generate_series(1, 2000) n;
INSERT INTO stays SELECT n, tsrange('2024-01-01'::timestamp + n * interval '1 day', '2024-01-02'::timestamp + n * interval '1 day'), 'g' FROM generate_series(1, 2000) n;
INSERT INTO animals SELECT n, 'a', 4 FROM generate_series(1, 2000) n;
INSERT INTO cats SELECT n, 'c', 4, 9 FROM generate_series(1, 2000) n;
INSERT INTO kittens SELECT n, 'k', 4, 9 FROM generate_series(1, 2000) n;
INSERT INTO sales SELECT n, n % 1000, n, 'open' FROM generate_series(1, 3000) n;
INSERT INTO scratch SELECT n, 'v' FROM generate_series(1, 2000) n;
INSERT INTO secrets SELECT n, 'o', 'b' FROM generate_series(1, 2000) n;
REFRESH MATERIALIZED VIEW totals;
