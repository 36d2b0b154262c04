import { qualified } from '../../catalog/identifier.ts';
import { columnsByPath, isText } from '../facts/columns-of.ts';
import { foreignKeysOf, keysOf } from '../facts/constraints-of.ts';
import { columnOfKey } from '../facts/indexes-of.ts';
import { wordsOf } from '../facts/words-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'natural-or-varchar-key',
  group: 'schema',
  severity: 'info',
  title: 'A key that means something, or is a text',
  why: 'What means something changes one day, and with it every row that refers to it. A text is compared by its collation, and is larger in each index and each reference.',
  todo: 'Use a bigint identity or a uuid as the key, and make what tells rows apart UNIQUE.',
  bad: [
    { base: 'CREATE TABLE users (email text PRIMARY KEY)' },
    { base: 'CREATE TABLE users ("userName" varchar(40) PRIMARY KEY)' },
    { base: 'CREATE TABLE users (id varchar(36) PRIMARY KEY)' },
    { base: 'CREATE TABLE books (isbn text PRIMARY KEY, title text)' },
    { base: 'CREATE SCHEMA s; CREATE TABLE s.people (ssn char(11), name text, PRIMARY KEY (ssn))' },
  ],
  good: [
    { base: 'CREATE TABLE users (id uuid PRIMARY KEY, email text UNIQUE)' },
    { base: 'CREATE TABLE users (id text PRIMARY KEY)' },
    { base: 'CREATE TABLE countries (code text PRIMARY KEY)' },
    {
      base: 'CREATE TABLE u (id bigint PRIMARY KEY, email text UNIQUE); CREATE TABLE v (email text PRIMARY KEY REFERENCES u (email))',
    },
  ],
  *check({ catalog }) {
    const columns = columnsByPath(catalog);
    const referring = new Set(
      foreignKeysOf(catalog).flatMap((key) => key.columns.map((name) => qualified(key.schema, key.table, name))),
    );
    for (const { schema, table, type, keys } of keysOf(catalog)) {
      const column = columns.get(qualified(schema, table, columnOfKey(keys[0] ?? '') ?? ''));
      if (type !== 'primary key' || keys.length !== 1 || column === undefined) continue;
      if (!isText(column) || referring.has(column.path)) continue;
      if (!/^(character varying|character)(\(|$)/.test(column.base) && !changes(wordsOf(column.name))) continue;
      yield {
        message: `The primary key of ${column.tablePath} is ${column.path}, which is ${column.base}.`,
        objects: [column.path, column.tablePath],
        evidence: { type: column.base },
      };
    }
  },
});

function changes(words: readonly string[]): boolean {
  return /^((e ?mail)( address)?|user ?name|login|phone( number)?|ssn|name|full name|title|url|slug|isbn|ean|upc|sku|vin|iban|handle|nick ?name|domain|hostname|account number|order number|invoice number|serial number|license plate|passport number|tax id|vat number)$/.test(
    words.join(' '),
  );
}
