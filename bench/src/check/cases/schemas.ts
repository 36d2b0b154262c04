/** Two schemas that differ in one thing: the one has a fault that a reviewer would name, the other hasn't. */
export interface Pair {
  readonly name: string;
  readonly wrong: string;
  readonly right: string;
}

const id = 'id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY';
const people = `CREATE TABLE people (${id}, name text NOT NULL, email text);`;
const orders = `${people}\nCREATE TABLE orders (${id}, person_id bigint NOT NULL REFERENCES people (id) ON DELETE CASCADE, total numeric(12, 2) NOT NULL, paid boolean NOT NULL, tags text[], data jsonb);\nCREATE INDEX orders_person_id ON orders (person_id);`;
const secured = `CREATE TABLE notes (${id}, owner text NOT NULL, shared boolean NOT NULL);\nALTER TABLE notes ENABLE ROW LEVEL SECURITY;`;
const auth = `CREATE SCHEMA auth;\nCREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT NULL::uuid';\nCREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS 'SELECT NULL::jsonb';\nCREATE TABLE files (${id}, owner uuid NOT NULL, team text NOT NULL);\nALTER TABLE files ENABLE ROW LEVEL SECURITY;`;

/** What is put behind a schema. */
const parts: Readonly<Record<string, readonly [before: string, wrong: string, right: string]>> = {
  'a key': ['', 'CREATE TABLE visits (at timestamptz, page text);', `CREATE TABLE visits (${id}, at timestamptz);`],
  'a key of two columns': [
    people,
    'CREATE TABLE members (team bigint NOT NULL, person bigint NOT NULL, UNIQUE (team, person));',
    'CREATE TABLE members (team bigint, person bigint, PRIMARY KEY (team, person));',
  ],
  'a key that runs out': [
    '',
    'CREATE TABLE visits (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY);',
    `CREATE TABLE visits (${id});`,
  ],
  'an index that is there twice': [
    orders,
    'CREATE INDEX a ON orders (total);\nCREATE INDEX b ON orders (total);',
    'CREATE INDEX a ON orders (total);\nCREATE INDEX b ON orders (total DESC);',
  ],
  'an index beside a key': [people, 'CREATE INDEX a ON people (id);', 'CREATE INDEX a ON people (id, name);'],
  'an index beside UNIQUE': [
    `${people}\nALTER TABLE people ADD UNIQUE (email);`,
    'CREATE INDEX a ON people (email);',
    'CREATE INDEX a ON people (lower(email));',
  ],
  'an index for some rows': [
    orders,
    'CREATE INDEX a ON orders (total) WHERE paid;\nCREATE INDEX b ON orders (total) WHERE paid;',
    'CREATE INDEX a ON orders (total) WHERE paid;\nCREATE INDEX b ON orders (total) WHERE NOT paid;',
  ],
  'the beginning of another index': [
    orders,
    'CREATE INDEX a ON orders (total);\nCREATE INDEX b ON orders (total, paid);',
    'CREATE INDEX a ON orders (total);\nCREATE INDEX b ON orders (paid, total);',
  ],
  'a unique beginning of another index': [
    orders,
    'CREATE INDEX a ON orders (total);\nCREATE UNIQUE INDEX b ON orders (total, paid);',
    'CREATE UNIQUE INDEX a ON orders (total);\nCREATE INDEX b ON orders (total, paid);',
  ],
  'a foreign key without an index': [
    people,
    `CREATE TABLE posts (${id}, author bigint REFERENCES people (id) ON DELETE CASCADE);`,
    `CREATE TABLE posts (${id}, author bigint UNIQUE REFERENCES people (id) ON DELETE CASCADE);`,
  ],
  'a foreign key at the end of an index': [
    people,
    `CREATE TABLE posts (${id}, author bigint REFERENCES people (id) ON DELETE CASCADE, at date);\nCREATE INDEX a ON posts (at, author);`,
    `CREATE TABLE posts (${id}, author bigint REFERENCES people (id) ON DELETE CASCADE, at date);\nCREATE INDEX a ON posts (author, at);`,
  ],
  'a foreign key of another type': [
    people,
    `CREATE TABLE posts (${id}, author integer REFERENCES people (id) ON DELETE CASCADE);\nCREATE INDEX a ON posts (author);`,
    `CREATE TABLE posts (${id}, author bigint REFERENCES people (id) ON DELETE CASCADE);\nCREATE INDEX a ON posts (author);`,
  ],
  'a foreign key that is there twice': [
    `${people}\nCREATE TABLE posts (${id}, author bigint, editor bigint);\nCREATE INDEX a ON posts (author);\nCREATE INDEX b ON posts (editor);\nALTER TABLE posts ADD FOREIGN KEY (author) REFERENCES people (id) ON DELETE CASCADE;`,
    'ALTER TABLE posts ADD FOREIGN KEY (author) REFERENCES people (id) ON DELETE CASCADE;',
    'ALTER TABLE posts ADD FOREIGN KEY (editor) REFERENCES people (id) ON DELETE CASCADE;',
  ],
  'a point in time': [
    '',
    `CREATE TABLE visits (${id}, at timestamp NOT NULL);`,
    `CREATE TABLE visits (${id}, at timestamptz NOT NULL);`,
  ],
  'a text with blanks': [
    '',
    `CREATE TABLE lands (${id}, code char(2));`,
    `CREATE TABLE lands (${id}, code text CHECK (length(code) = 2));`,
  ],
  'JSON as text': ['', `CREATE TABLE hooks (${id}, body json);`, `CREATE TABLE hooks (${id}, body jsonb);`],
  'the type money': [
    '',
    `CREATE TABLE bills (${id}, amount money);`,
    `CREATE TABLE bills (${id}, amount numeric(12, 2));`,
  ],
  'an amount that is not exact': [
    '',
    `CREATE TABLE bills (${id}, amount double precision);`,
    `CREATE TABLE bills (${id}, height double precision);`,
  ],
  'an index on yes and no': [
    orders,
    'CREATE INDEX a ON orders (paid);',
    'CREATE INDEX a ON orders (total) WHERE NOT paid;',
  ],
  'an index on an array': [orders, 'CREATE INDEX a ON orders (tags);', 'CREATE INDEX a ON orders USING gin (tags);'],
  'a list in columns': [
    '',
    `CREATE TABLE firms (${id}, phone1 text, phone2 text, phone3 text);`,
    `CREATE TABLE firms (${id}, line1 text, line2 text, phones text[]);`,
  ],
  'any text as a status': [
    '',
    `CREATE TABLE tasks (${id}, status text NOT NULL);`,
    `CREATE TABLE tasks (${id}, status text NOT NULL CHECK (status IN ('open', 'done')));`,
  ],
  'passwords as they are': [
    '',
    `CREATE TABLE logins (${id}, password text NOT NULL);`,
    `CREATE TABLE logins (${id}, password_hash text NOT NULL);`,
  ],
  'a table that a crash empties': ['', `CREATE UNLOGGED TABLE carts (${id});`, `CREATE TABLE carts (${id});`],
  'a constraint that was never validated': [
    people,
    "ALTER TABLE people ADD CONSTRAINT named CHECK (name <> '') NOT VALID;",
    "ALTER TABLE people ADD CONSTRAINT named CHECK (name <> '');",
  ],
  'an index on every column': [
    `CREATE TABLE houses (${id}, town text, street text, rooms bigint, built date);`,
    'CREATE INDEX a ON houses (town);\nCREATE INDEX b ON houses (street);\nCREATE INDEX c ON houses (rooms);\nCREATE INDEX d ON houses (built);',
    'CREATE INDEX a ON houses (town, street);',
  ],
  'a sequence near its end': [
    'CREATE SEQUENCE numbers AS integer;',
    "SELECT setval('numbers', 2100000000);",
    "SELECT setval('numbers', 21000);",
  ],
  'a table that everybody reaches': [people, 'GRANT SELECT ON people TO anon;', 'GRANT SELECT ON people TO reporting;'],
  'policies that nobody heeds': [
    '',
    `CREATE TABLE notes (${id}, owner text);\nCREATE POLICY mine ON notes USING (owner = current_user);`,
    `CREATE TABLE notes (${id}, owner text);\nCREATE POLICY mine ON notes USING (owner = current_user);\nALTER TABLE notes ENABLE ROW LEVEL SECURITY;`,
  ],
  'a policy that lets all through': [
    secured,
    'CREATE POLICY p ON notes FOR UPDATE USING (true);',
    'CREATE POLICY p ON notes FOR SELECT USING (true);',
  ],
  'policies for the same': [
    secured,
    'CREATE POLICY a ON notes FOR SELECT USING (shared);\nCREATE POLICY b ON notes FOR SELECT USING (owner = current_user);',
    'CREATE POLICY a ON notes FOR SELECT USING (shared);\nCREATE POLICY b ON notes FOR DELETE USING (owner = current_user);',
  ],
  'a policy that asks for each row': [
    auth,
    'CREATE POLICY p ON files USING (owner = auth.uid());',
    'CREATE POLICY p ON files USING (owner = (SELECT auth.uid()));',
  ],
  'a policy that believes users': [
    auth,
    "CREATE POLICY p ON files USING (team = ((SELECT auth.jwt()) -> 'user_metadata' ->> 'team'));",
    "CREATE POLICY p ON files USING (team = ((SELECT auth.jwt()) -> 'app_metadata' ->> 'team'));",
  ],
  'a view that passes row security by': [
    `${secured}\nCREATE POLICY p ON notes USING (owner = current_user);`,
    'CREATE VIEW seen AS SELECT id FROM notes;\nGRANT SELECT ON seen TO anon;',
    'CREATE VIEW seen WITH (security_invoker = on) AS SELECT id FROM notes;\nGRANT SELECT ON seen TO anon;',
  ],
  'a function with the rights of its owner': [
    'CREATE SCHEMA inner_works;',
    "CREATE FUNCTION inner_works.f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';",
    "CREATE FUNCTION inner_works.f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1';",
  ],
  'a function that everybody may call': [
    "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1';",
    'GRANT EXECUTE ON FUNCTION f() TO PUBLIC;',
    'REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC;',
  ],
  'a materialized view that anybody reads': [
    `${people}\nCREATE MATERIALIZED VIEW names AS SELECT name FROM people;`,
    'GRANT SELECT ON names TO anon;',
    'GRANT SELECT ON names TO reporting;',
  ],
  'an extension among the tables': [
    'CREATE SCHEMA extensions;',
    'CREATE EXTENSION citext;',
    'CREATE EXTENSION citext SCHEMA extensions;',
  ],
};

export const schemas: readonly Pair[] = Object.entries(parts).map(([name, [before, wrong, right]]) => ({
  name,
  wrong: `${before}\n${wrong}`.trim(),
  right: `${before}\n${right}`.trim(),
}));
