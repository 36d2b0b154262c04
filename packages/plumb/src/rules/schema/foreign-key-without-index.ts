import { identifier, qualified } from '../../catalog/identifier.ts';
import { foreignKeysOf } from '../facts/constraints-of.ts';
import { columnOfKey, indexesByTable, type TableIndex } from '../facts/indexes-of.ts';
import { factsOf } from '../facts/objects-of.ts';
import { defineSchemaRule } from '../rule.ts';

const parent = 'CREATE TABLE users (id bigint PRIMARY KEY);';

export default defineSchemaRule({
  id: 'foreign-key-without-index',
  group: 'schema',
  severity: 'warning',
  title: 'A foreign key has no index',
  why: 'PostgreSQL makes none by itself. Each DELETE or change of a key in the referenced table reads all of the referencing one, and so do joins from there.',
  todo: 'Make an index that begins with the columns of the foreign key.',
  bad: [
    { base: `${parent} CREATE TABLE orders (id int PRIMARY KEY, user_id bigint REFERENCES users)` },
    { base: `${parent} CREATE TABLE orders (id int, user_id bigint REFERENCES users, PRIMARY KEY (id, user_id))` },
    {
      base: 'CREATE TABLE a (x int, y int, PRIMARY KEY (x, y)); CREATE TABLE b (x int, y int, FOREIGN KEY (x, y) REFERENCES a); CREATE INDEX ON b (x)',
    },
    {
      base: `${parent} CREATE TABLE orders (user_id bigint REFERENCES users, paid bool); CREATE INDEX ON orders (user_id) WHERE paid`,
    },
    { base: `${parent} CREATE TABLE p (user_id bigint REFERENCES users) PARTITION BY HASH (user_id)` },
    {
      base: `CREATE SCHEMA "My App"; ${parent} CREATE TABLE "My App"."Order" ("userId" bigint REFERENCES users); CREATE INDEX ON "My App"."Order" (abs("userId"))`,
    },
  ],
  good: [
    { base: `${parent} CREATE TABLE orders (user_id bigint REFERENCES users); CREATE INDEX ON orders (user_id DESC)` },
    { base: `${parent} CREATE TABLE profiles (user_id bigint PRIMARY KEY REFERENCES users)` },
    { base: `${parent} CREATE TABLE t (user_id bigint REFERENCES users, at date, UNIQUE (user_id, at))` },
    {
      base: 'CREATE TABLE a (x int, y int, PRIMARY KEY (x, y)); CREATE TABLE b (x int, y int, FOREIGN KEY (x, y) REFERENCES a); CREATE INDEX ON b (y, x)',
    },
    {
      base: `${parent} CREATE TABLE t (user_id bigint REFERENCES users); CREATE INDEX ON t (user_id) WHERE user_id IS NOT NULL`,
    },
    {
      base: `${parent} CREATE TABLE p (user_id bigint REFERENCES users) PARTITION BY HASH (user_id); CREATE TABLE p1 PARTITION OF p FOR VALUES WITH (MODULUS 1, REMAINDER 0); CREATE INDEX ON p (user_id)`,
    },
    { base: `${parent} CREATE TABLE t (user_id bigint REFERENCES users); CREATE INDEX ON t USING hash (user_id)` },
  ],
  *check({ catalog }) {
    const indexes = indexesByTable(catalog);
    const partitioned = new Set(
      factsOf(catalog, 'table')
        .filter(({ partitionKey }) => partitionKey !== null)
        .map(({ schema, name }) => qualified(schema, name)),
    );
    // one index serves all foreign keys of the same columns
    const told = new Set<string>();
    for (const { schema, table, name, columns, references } of foreignKeysOf(catalog)) {
      const path = qualified(schema, table);
      if (indexes.get(path)?.some((index) => serves(index, columns))) continue;
      const list = columns.map(identifier).join(', ');
      if (told.has(`${path} ${list}`)) continue;
      told.add(`${path} ${list}`);
      const target = qualified(references.schema, references.table);
      const concurrently = partitioned.has(path) ? '' : ' CONCURRENTLY';
      yield {
        message: `${path} (${list}) references ${target}, and no index begins with it.`,
        objects: [path, ...columns.map((column) => qualified(schema, table, column))],
        evidence: { constraint: name, columns, references: target },
        fix: {
          description: 'Make the index, while others go on reading and writing',
          sql: `CREATE INDEX${concurrently} ON ${path} (${list});`,
        },
      };
    }
  },
});

const methods: ReadonlySet<string> = new Set(['btree', 'hash', 'gist', 'spgist']);

function serves({ method, keys, where }: TableIndex, columns: readonly string[]): boolean {
  if (!methods.has(method)) return false;
  const leading = keys.slice(0, columns.length).map(columnOfKey);
  return columns.every((column) => leading.includes(column)) && (where === null || isOnlyNotNull(where, columns));
}

/** Rows that hold no reference needn't be found. */
function isOnlyNotNull(where: string, columns: readonly string[]): boolean {
  const parts = where.replaceAll(/[()]/g, '').split(' AND ');
  return parts.every((part) => columns.some((column) => part === `${identifier(column)} IS NOT NULL`));
}
