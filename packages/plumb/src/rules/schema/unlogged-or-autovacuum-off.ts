import { qualified } from '../../catalog/identifier.ts';
import { factsOf } from '../facts/objects-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'unlogged-or-autovacuum-off',
  group: 'schema',
  severity: 'warning',
  title: 'A table goes without what keeps it safe',
  why: 'An unlogged table is empty after a crash, and on replicas always. One without autovacuum grows with every UPDATE, and queries on it are planned with old figures.',
  todo: '`ALTER TABLE … SET LOGGED`, `ALTER TABLE … RESET (autovacuum_enabled)`, unless the rows may be lost at any time.',
  bad: [
    { base: 'CREATE UNLOGGED TABLE t (id int PRIMARY KEY)' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY) WITH (autovacuum_enabled = off)' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (id int PRIMARY KEY, a text); ALTER TABLE s."T" SET (toast.autovacuum_enabled = false)',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (id int PRIMARY KEY) WITH (autovacuum_vacuum_scale_factor = 0.02, fillfactor = 80)' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY) WITH (autovacuum_enabled = on)' },
    { base: 'CREATE UNLOGGED TABLE t (id int PRIMARY KEY); ALTER TABLE t SET LOGGED' },
  ],
  *check({ catalog }) {
    for (const { schema, name, persistence, options } of factsOf(catalog, 'table')) {
      const path = qualified(schema, name);
      if (persistence === 'unlogged') {
        yield {
          message: `${path} is unlogged: after a crash it is empty.`,
          objects: [path],
          fix: { description: 'Keep its rows; it is rewritten', sql: `ALTER TABLE ${path} SET LOGGED;` },
        };
      }
      const off = ['autovacuum_enabled', 'toast.autovacuum_enabled'].filter((option) =>
        /^(off|false|no|0|f|n)$/i.test(options[option] ?? ''),
      );
      if (off.length === 0) continue;
      yield {
        message: `Autovacuum of ${path} is off.`,
        objects: [path],
        evidence: { options: off },
        fix: { description: 'Let it be vacuumed', sql: `ALTER TABLE ${path} RESET (${off.join(', ')});` },
      };
    }
  },
});
