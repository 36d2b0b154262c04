import { sectionsOf } from '@pgplumb/migrate/files';
import { defineMigrationRule, type StepView } from '../rule.ts';

export default defineMigrationRule({
  id: 'missing-down',
  group: 'data',
  severity: 'warning',
  title: 'There is no way back',
  why: 'When a release has to be taken back in a hurry, somebody has to find out by hand what the migration did, and undo it.',
  todo: 'Add a section `-- plumb:down` that undoes it. Where nothing has to be undone, an empty one says so.',
  bad: [
    { sql: '-- plumb:up\nCREATE TABLE t (a int PRIMARY KEY);\n' },
    { base: 'CREATE TABLE t (a int)', sql: '-- +goose Up\nALTER TABLE t ADD b int;\n' },
    { base: 'CREATE TABLE t (a int)', sql: '-- migrate:up\nCREATE INDEX i ON t (a);\n' },
  ],
  good: [
    { sql: 'CREATE TABLE t (a int PRIMARY KEY)' },
    { sql: '-- plumb:up\nCREATE TABLE t (a int PRIMARY KEY);\n-- plumb:down\nDROP TABLE t;\n' },
    { base: 'CREATE TABLE t (a int)', sql: '-- plumb:up\nUPDATE t SET a = 1 WHERE a = 2;\n-- plumb:down\n' },
    { base: 'CREATE TABLE t (a int)', sql: '-- plumb:up no-transaction\nCREATE INDEX CONCURRENTLY i ON t (a);\n' },
    { base: 'CREATE TABLE t (a int)', sql: '-- plumb:up\nSELECT 1;\n' },
  ],
  *check({ migrations }) {
    for (const { version, reversible, steps, after } of migrations) {
      const [first] = steps;
      if (reversible || first === undefined || after === null || !expectsWayBack(first)) continue;
      const { statement: place } = first;
      if (steps.every(({ sql }) => changesNothing.test(sql))) continue;
      yield {
        step: null,
        migration: version,
        place,
        message: `${version} says how to go up, and not how to come down.`,
      };
    }
  },
});

const changesNothing = /^(?:select|set|reset|analyze|vacuum|show|with)\b/i;

/**
 * Other tools' marks come in pairs. Plumb's own also take a migration apart that only ever goes up, so only one that has no
 * other reason counts.
 */
function expectsWayBack({ statement: { source } }: Pick<StepView, 'statement'>): boolean {
  const { format, up } = sectionsOf(source);
  if (format === null) return /\.up\.sql$/i.test(source.name);
  return format !== 'plumb' || (up.length === 1 && up[0]?.mode === 'transaction');
}
