import { migrationIn } from '@pgplumb/migrate/files';
import type { PlacedStatement } from '@pgplumb/migrate/sql';
import { loadModule } from 'libpg-query';
import { beforeAll, describe, expect, test } from 'vitest';
import { noUsage } from '../catalog/usage/usage.ts';
import { judgedByText, notByText } from '../rules/judged-by-text.ts';
import { viewOf } from '../rules/migration-view.ts';
import { migrationRules, queryRules, rules, schemaRules } from '../rules/registry.ts';
import type { Example, Rule } from '../rules/rule.ts';
import { findInMigrations, findInQuery, findInSchema, holdsFor } from '../rules/run-rules.ts';
import { splitStatements } from '../sql/split-statements.ts';
import { Prediction } from './prediction.ts';

/*
 * Every rule says of its examples what it says where a server has run them, if text can tell.
 */

/** Examples that text can't decide though it can decide the rest of their rule's, by the beginning of their SQL. */
const undecided: Readonly<Record<string, readonly string[]>> = {
  // SQL that is put together when it is run
  'ddl-in-do-block-or-function': ["DO LANGUAGE plpgsql $$ DECLARE r record; BEGIN FOR r IN SELECT 't' AS n"],
  'drop-table': ["DO $$ BEGIN EXECUTE 'DROP TABLE ' || 't'"],
  // a block is not looked into for what it refuses
  'concurrently-in-transaction': ['DO $$ BEGIN CREATE INDEX CONCURRENTLY'],
  // defaults and attributes of types are no parts that text tells of
  'drop-cascade-dependents': ['DROP SEQUENCE q CASCADE', 'DROP FUNCTION f CASCADE', 'DROP EXTENSION citext CASCADE'],
  'drop-column': ['ALTER TYPE app."Address"'],
  'rename-column': ['ALTER TYPE pair RENAME ATTRIBUTE'],
  // rows of system catalogues
  'enum-value-removal': ['DELETE FROM pg_enum'],
};

beforeAll(loadModule);

async function idsFor(
  { on }: Rule,
  { base = '', sql = '', usage, sizes }: Example,
  major: number,
): Promise<readonly string[]> {
  const prediction = new Prediction({ major, complete: true });
  for (const statement of await statementsIn(base)) prediction.know(statement);
  if (on === 'schema') {
    const view = { major, catalog: prediction.before, usage: { ...noUsage, ...usage } };
    return findInSchema(schemaRules, view).map(({ id }) => id);
  }
  if (on === 'migration') {
    const migrations = [prediction.migrate(migrationIn({ name: 'm.sql', text: sql }, 'm'))];
    const known = sizes === undefined ? null : new Map(Object.entries(sizes));
    const view = await viewOf({ before: prediction.before, migrations }, { major, sizes: known });
    return findInMigrations(migrationRules, view).map(({ id }) => id);
  }
  const { statements } = await splitStatements({ name: 'q.sql', text: sql });
  return (statements ?? []).flatMap((statement) => {
    if (statement.tree === null) throw new Error(`PostgreSQL can't parse ${statement.text}`);
    const view = { statement, tree: statement.tree, catalog: prediction.before };
    return findInQuery(queryRules, view).map(({ id }) => id);
  });
}

async function statementsIn(text: string): Promise<readonly PlacedStatement[]> {
  const { statements } = await splitStatements({ name: 'base.sql', text });
  return (statements ?? []).map(({ source, start, text: own }) => ({
    source,
    start,
    end: start + own.length,
    text: own,
  }));
}

function isDecided({ id }: Rule, example: Example): boolean {
  const text = example.sql ?? example.base ?? '';
  return !(undecided[id] ?? []).some((beginning) => text.startsWith(beginning));
}

const examined = [...migrationRules, ...schemaRules, ...queryRules].filter(judgedByText);

describe.each([18, 14])('for PostgreSQL %d', (major) => {
  for (const rule of examined.filter(({ since = 0 }) => since <= major)) {
    test(`${rule.id} says of text what it says of servers`, async () => {
      const all = [
        ...rule.bad.map((each) => [each, true] as const),
        ...rule.good.map((each) => [each, false] as const),
      ];
      const wrong: string[] = [];
      for (const [example, isBad] of all.filter(([each]) => holdsFor(each, rule, major) && isDecided(rule, each))) {
        const told = (await idsFor(rule, example, major)).includes(rule.id);
        if (told !== isBad) wrong.push(`${isBad ? 'missed' : 'told'}: ${example.base ?? ''}; ${example.sql ?? ''}`);
      }
      expect(wrong).toEqual([]);
    });
  }
});

test('what is said to be undecided can’t be told from text, and every rule named is one', async () => {
  const named = [...Object.keys(undecided), ...Object.keys(notByText)];
  expect(named.filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
  for (const rule of examined) {
    for (const [examples, isBad] of [
      [rule.bad, true],
      [rule.good, false],
    ] as const) {
      for (const example of examples.filter((each) => holdsFor(each, rule, 18) && !isDecided(rule, each))) {
        expect((await idsFor(rule, example, 18)).includes(rule.id), example.sql ?? example.base).toBe(!isBad);
      }
    }
  }
  for (const rule of rules.filter((each) => !judgedByText(each))) {
    const answers = [
      ...rule.bad.map((each) => [each, true] as const),
      ...rule.good.map((each) => [each, false] as const),
    ];
    const right = await Promise.all(
      answers.map(async ([each, isBad]) => (await idsFor(rule, each, 18)).includes(rule.id) === isBad),
    );
    expect(right.includes(false), rule.id).toBe(true);
  }
});
