import { namedThings } from '../facts/named-things.ts';
import { wordsOf } from '../facts/words-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'plural-tables',
  group: 'style',
  severity: 'info',
  title: 'A table is named in the singular',
  why: 'Where some tables are named by one row and some by all of them, each query begins with a look at the schema.',
  todo: 'Name it in the plural.',
  optional: true,
  bad: [
    { base: 'CREATE TABLE user_account (id int PRIMARY KEY)' },
    { base: 'CREATE TABLE category (id int PRIMARY KEY)' },
    { base: 'CREATE TABLE address (id int PRIMARY KEY)' },
    { base: 'CREATE TABLE status (id int PRIMARY KEY)' },
  ],
  good: [
    { base: 'CREATE TABLE users (id int PRIMARY KEY, name text)' },
    { base: 'CREATE TABLE people (id int PRIMARY KEY)' },
    { base: 'CREATE TABLE metadata (id int PRIMARY KEY)' },
    { base: 'CREATE TABLE criteria (id int PRIMARY KEY)' },
    { base: 'CREATE TABLE "OrderAddresses" (id int PRIMARY KEY)' },
  ],
  *check({ catalog }) {
    for (const { what, name, path } of namedThings(catalog)) {
      if (what !== 'table' || isPlural(wordsOf(name).at(-1) ?? '')) continue;
      yield { message: `The table ${path} is named in the singular.`, objects: [path] };
    }
  },
});

function isPlural(word: string): boolean {
  return irregular.test(word) || (word.endsWith('s') && !singular.test(word));
}

/** Also what has no plural. */
const irregular =
  /^(?:people|children|(?:wo)?men|mice|geese|feet|teeth|data|metadata|media|criteria|phenomena|alumni|\w*schemata|info|information|history|feedback|equipment|staff|news|series|inventory|audit|stock|cache|content|config|configuration)$/;
const singular = /(?:ss|us|is)$|^(?:gas|lens|atlas|canvas|alias|bias|pancreas|christmas)$/;
