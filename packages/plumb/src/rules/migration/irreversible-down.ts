import { sectionsOf } from '@pgplumb/migrate/files';
import { statementsOf } from '@pgplumb/migrate/sql';
import { qualified } from '../../catalog/identifier.ts';
import { columnId, isColumn } from '../../catalog/kinds/column/column-facts.ts';
import type { Part } from '../../rehearsal/watch/parts.ts';
import { lockedRelation } from '../locked-relation.ts';
import { lostParts } from '../part-changes.ts';
import { partName } from '../part-name.ts';
import { defineMigrationRule, type MigrationView, type StepView } from '../rule.ts';
import { nodesOf } from '../sql/nodes-of.ts';
import { truncatedTables } from '../truncated-tables.ts';

export default defineMigrationRule({
  id: 'irreversible-down',
  group: 'data',
  severity: 'error',
  title: 'The way back can’t bring the data back',
  why: 'It makes again what was dropped, and empty. Who takes the migration back believes that all is as it was.',
  todo: 'Keep what is dropped until nobody wants to go back: rename it, or copy the values to a table of their own that the way back reads.',
  over: [
    'drop-column',
    'drop-table',
    'drop-schema',
    'truncate',
    'truncate-cascade',
    'delete-or-update-without-where',
    'unbatched-backfill',
    'blocks-others',
  ],
  bad: [
    {
      base: 'CREATE TABLE users (id int, nickname text)',
      sql: '-- plumb:up\nALTER TABLE users DROP COLUMN nickname;\n-- plumb:down\nALTER TABLE users ADD COLUMN nickname text;\n',
    },
    {
      base: 'CREATE TABLE a (id int PRIMARY KEY)',
      sql: '-- migrate:up\nDROP TABLE a;\n-- migrate:down\nCREATE TABLE a (id int PRIMARY KEY);\n',
    },
    {
      base: 'CREATE TABLE logs (id int)',
      sql: '-- +goose Up\nTRUNCATE logs;\n-- +goose Down\nSELECT 1;\n',
    },
    {
      base: 'CREATE TABLE logs (id int, at date)',
      sql: "-- plumb:up\nDELETE FROM logs WHERE at < '2020-01-01';\n-- plumb:down\n",
    },
  ],
  good: [
    {
      base: 'CREATE TABLE users (id int)',
      sql: '-- plumb:up\nALTER TABLE users ADD COLUMN nickname text;\n-- plumb:down\nALTER TABLE users DROP COLUMN nickname;\n',
    },
    { sql: '-- plumb:up\nCREATE TABLE a (id int PRIMARY KEY);\n-- plumb:down\nDROP TABLE a;\n' },
    {
      base: 'CREATE TABLE users (id int PRIMARY KEY, nickname text)',
      sql: '-- plumb:up\nCREATE TABLE kept AS SELECT id, nickname FROM users;\nALTER TABLE users DROP COLUMN nickname;\n-- plumb:down\nALTER TABLE users ADD COLUMN nickname text;\nUPDATE users u SET nickname = k.nickname FROM kept k WHERE k.id = u.id;\nDROP TABLE kept;\n',
    },
    { base: 'CREATE TABLE users (id int, nickname text)', sql: 'ALTER TABLE users DROP COLUMN nickname' },
    {
      base: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED)',
      sql: '-- plumb:up\nALTER TABLE t DROP COLUMN b;\n-- plumb:down\nALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a * 2) STORED;\n',
    },
    {
      base: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a)',
      sql: '-- plumb:up\nDROP INDEX i;\n-- plumb:down\nCREATE INDEX i ON t (a);\n',
    },
  ],
  *check(view) {
    for (const { version, reversible, after } of view.migrations) {
      const steps = view.steps.filter((step) => step.version === version);
      if (!reversible || after === null || steps.some(({ statement: { source } }) => bringsBack(source))) continue;
      for (const step of steps) {
        const objects = [
          ...lostParts(step, 'table').map(partName),
          ...lostParts(step, 'column')
            .filter((part) => !isComputed(part, view))
            .map(partName),
          ...emptied(step, view),
        ];
        if (objects.length === 0) continue;
        yield { step, message: `The way back can’t bring back the data of ${objects.join(', ')}.`, objects };
      }
    }
  },
});

/** Whether the way down writes rows. */
function bringsBack(source: StepView['statement']['source']): boolean {
  return sectionsOf(source)
    .down.flatMap(statementsOf)
    .some(({ text }) =>
      /^(?:insert|update|merge|copy|with|do|call)\b|^create\b[^;]*\bas\s+(?:select|table)\b|\brename\b/i.test(text),
    );
}

function isComputed({ schema, of, name }: Part, { before }: MigrationView): boolean {
  const column = before.objects.get(columnId(schema, of ?? '', name));
  return column !== undefined && isColumn(column) && column.facts.generated !== null;
}

function emptied(step: StepView, view: MigrationView): readonly string[] {
  const { named, others } = truncatedTables(step, view);
  const deleted = [...nodesOf(step.tree, 'DeleteStmt')].flatMap(({ DeleteStmt: { relation } }) => {
    const table = relation === undefined ? null : lockedRelation(step, relation);
    return table === null ? [] : [qualified(table.schema, table.name)];
  });
  return [...named, ...others, ...deleted];
}
