import { expect, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

/* What a rule explains, the rehearsal doesn't tell a second time. */

test.each([
  [
    'alter-type-blocked-by-view',
    'CREATE TABLE t (id int PRIMARY KEY, a varchar(10)); CREATE VIEW v AS SELECT a FROM t;',
    'ALTER TABLE t ALTER a TYPE text;',
  ],
  [
    'concurrently-on-partitioned',
    'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1);',
    'CREATE INDEX CONCURRENTLY i ON p (a);',
  ],
  [
    'refresh-concurrently-without-unique-index',
    'CREATE TABLE t (id int PRIMARY KEY); CREATE MATERIALIZED VIEW m AS SELECT id FROM t;',
    'REFRESH MATERIALIZED VIEW CONCURRENTLY m;',
  ],
  ['add-required-column', 'CREATE TABLE t (id int PRIMARY KEY);', 'ALTER TABLE t ADD a int NOT NULL;'],
  [
    'add-required-column',
    'CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1);',
    'ALTER TABLE t ADD a int NOT NULL;',
  ],
])('%s speaks alone', async (id, base, sql) => {
  const cwd = schemaFolder({ 'base.sql': base, 'change.sql': sql });
  const { stdout } = await plumbHere(['check', 'change.sql', '--base', 'base.sql', '--json'], {
    cwd,
    env: process.env,
  });
  const { findings }: { findings: { id: string }[] } = JSON.parse(stdout);
  expect(findings.map((finding) => finding.id)).toEqual([id]);
});
