import { lostParts } from '../part-changes.ts';
import { partName } from '../part-name.ts';
import { defineMigrationRule } from '../rule.ts';

export default defineMigrationRule({
  id: 'drop-schema',
  group: 'data',
  severity: 'error',
  title: 'A schema is dropped',
  why: 'All that is in it goes with it, also what was made there since you looked. Only a backup brings the rows back.',
  todo: 'Drop what is in it one by one, each once nothing uses it, and the schema without CASCADE at the end.',
  over: ['drop-table'],
  bad: [
    { base: 'CREATE SCHEMA app; CREATE TABLE app.t (a int)', sql: 'DROP SCHEMA app CASCADE' },
    { base: 'CREATE SCHEMA "Old Stuff"', sql: 'DROP SCHEMA IF EXISTS "Old Stuff"' },
    {
      base: 'CREATE SCHEMA a; CREATE SCHEMA b; CREATE VIEW b.v AS SELECT 1 AS x',
      sql: 'DROP SCHEMA a, b CASCADE',
    },
    { base: 'CREATE SCHEMA a', sql: 'DO $$ BEGIN DROP SCHEMA a; END $$' },
  ],
  good: [
    { sql: 'CREATE SCHEMA a; DROP SCHEMA a CASCADE' },
    { base: 'CREATE SCHEMA a; CREATE VIEW a.v AS SELECT 1 AS x', sql: 'DROP VIEW a.v' },
    { sql: 'DROP SCHEMA IF EXISTS nothing CASCADE' },
  ],
  *check({ steps }) {
    for (const step of steps) {
      const schemas = lostParts(step, 'schema');
      if (schemas.length === 0) continue;
      const tables = step.changes.flatMap(({ part, is }) =>
        is === null && part.kind === 'table' && schemas.some(({ schema }) => schema === part.schema)
          ? [partName(part)]
          : [],
      );
      const along = tables.length === 0 ? '' : `, and ${tables.join(', ')} with all rows`;
      yield {
        step,
        message: `The schema ${schemas.map(partName).join(', ')} is dropped${along}.`,
        objects: [...schemas.map(partName), ...tables],
        severity: tables.length === 0 ? 'warning' : 'error',
      };
    }
  },
});
