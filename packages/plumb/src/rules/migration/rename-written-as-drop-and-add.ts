import type { Catalog } from '../../catalog/catalog-object.ts';
import { qualified } from '../../catalog/identifier.ts';
import { isColumn } from '../../catalog/kinds/column/column-facts.ts';
import { isTable } from '../../catalog/kinds/table/table-facts.ts';
import type { Part } from '../../rehearsal/watch/parts.ts';
import { migrationSteps, stateAfter } from '../later-in-migration.ts';
import { lostParts } from '../part-changes.ts';
import { partName } from '../part-name.ts';
import { defineMigrationRule, type MigrationView, type StepView } from '../rule.ts';
import { nodesOf } from '../sql/nodes-of.ts';

export default defineMigrationRule({
  id: 'rename-written-as-drop-and-add',
  group: 'data',
  severity: 'error',
  title: 'A rename is written as drop and add',
  why: 'What is added begins empty: the values of what is dropped are not carried over. Tools that compare schemas write this when they take a rename for two changes.',
  todo: 'Rename it (`ALTER TABLE … RENAME COLUMN … TO …`), or copy the values before the old one is dropped.',
  over: ['drop-column', 'drop-table', 'irreversible-down'],
  bad: [
    {
      base: 'CREATE TABLE users (id int, name text)',
      sql: 'ALTER TABLE users DROP COLUMN name; ALTER TABLE users ADD COLUMN full_name text',
    },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."User" (id int, "userName" varchar(50))',
      sql: 'ALTER TABLE app."User" ADD user_name varchar(50), DROP "userName"',
    },
    {
      base: 'CREATE TABLE users (id int PRIMARY KEY, email text)',
      sql: 'DROP TABLE users; CREATE TABLE accounts (id int PRIMARY KEY, email text)',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE users (id int, name text)',
      sql: 'ALTER TABLE users ADD full_name text; UPDATE users SET full_name = name; ALTER TABLE users DROP name',
    },
    {
      base: 'CREATE TABLE users (id int, name text)',
      sql: 'ALTER TABLE users DROP name; ALTER TABLE users ADD age int',
    },
    { base: 'CREATE TABLE users (id int, name text)', sql: 'ALTER TABLE users DROP COLUMN name' },
    { base: 'CREATE TABLE users (id int, name text)', sql: 'ALTER TABLE users RENAME name TO full_name' },
    {
      base: 'CREATE TABLE users (id int, name text)',
      sql: 'CREATE TABLE people (id int, name text); INSERT INTO people SELECT * FROM users; DROP TABLE users',
    },
  ],
  *check(view) {
    for (const step of view.steps) {
      const after = stateAfter(view, step);
      if (after === null) continue;
      const pairs = [
        ...renamedColumns(lostParts(step, 'column'), view.before, after),
        ...renamedTables(lostParts(step, 'table'), view.before, after),
      ].filter(({ was }) => !isCopied(was, step, view));
      if (pairs.length === 0) continue;
      const said = pairs.map(({ was, is }) => `${partName(was)} is dropped, and ${is}, which is like it, begins empty`);
      yield { step, message: `${said.join('. ')}.`, objects: pairs.map(({ was }) => partName(was)) };
    }
  },
});

interface Pair {
  readonly was: Part;
  readonly is: string;
}

/** Only where there is no choice: one column gone, and one of its type new. */
function renamedColumns(lost: readonly Part[], before: Catalog, after: Catalog): readonly Pair[] {
  return lost.flatMap((was): readonly Pair[] => {
    const added = [...after.objects.values()]
      .filter(isColumn)
      .filter(({ facts: { schema, table } }) => schema === was.schema && table === was.of)
      .filter(({ id, facts }) => !before.objects.has(id) && facts.type === was.type && facts.generated === null);
    const alike = lost.filter(({ schema, of, type }) => schema === was.schema && of === was.of && type === was.type);
    const [only] = added;
    if (only === undefined || added.length > 1 || alike.length > 1) return [];
    return [{ was, is: qualified(only.facts.schema, only.facts.table, only.facts.name) }];
  });
}

function renamedTables(lost: readonly Part[], before: Catalog, after: Catalog): readonly Pair[] {
  return lost.flatMap((was): readonly Pair[] => {
    const columns = columnsOf(before, was.schema, was.name);
    if (columns === '') return [];
    const alike = [...after.objects.values()]
      .filter(isTable)
      .filter(({ id, facts }) => !before.objects.has(id) && columnsOf(after, facts.schema, facts.name) === columns);
    const [only] = alike;
    return only === undefined || alike.length > 1 ? [] : [{ was, is: qualified(only.facts.schema, only.facts.name) }];
  });
}

function columnsOf({ objects }: Catalog, schema: string, table: string): string {
  return [...objects.values()]
    .filter(isColumn)
    .filter(({ facts }) => facts.schema === schema && facts.table === table)
    .map(({ facts: { name, type } }) => `${name} ${type}`)
    .sort()
    .join();
}

/** Whether a statement of the migration reads it, as one that copies has to. */
function isCopied({ kind, of, name }: Part, step: StepView, view: MigrationView): boolean {
  const table = kind === 'table' ? name : of;
  return migrationSteps(view, step).some(({ tree }) => {
    if (tree === null || !('UpdateStmt' in tree || 'InsertStmt' in tree || 'CreateTableAsStmt' in tree)) return false;
    return (
      [...nodesOf(tree, 'RangeVar')].some(({ RangeVar }) => RangeVar.relname === table) || targetOf(tree) === table
    );
  });
}

function targetOf(tree: NonNullable<StepView['tree']>): string | undefined {
  return 'UpdateStmt' in tree ? tree.UpdateStmt.relation?.relname : undefined;
}
