import { expect, test } from 'vitest';
import type { Step } from '../../plan/plan.ts';
import { dumpText } from './dump-text.ts';

const step = (sql: string, transaction: number | null = 1): Step => ({
  sql,
  transaction,
  lockTimeout: null,
  hazards: [],
  backfill: null,
  comment: null,
});

const about = { of: 'db/schema', major: 18 };

test('a dump has a heading for each sort, and short statements of one sort stand close together', () => {
  const sql = dumpText(
    [
      'CREATE SCHEMA a',
      'CREATE SCHEMA b',
      'CREATE TABLE a.t (\n  id integer\n)',
      'ALTER TABLE a.t ENABLE ROW LEVEL SECURITY',
      'CREATE INDEX i ON a.t (id)',
      'CREATE UNIQUE INDEX u ON a.t (id)',
      'REVOKE SELECT ON TABLE a.t FROM PUBLIC',
      'GRANT SELECT ON TABLE a.t TO reader',
    ].map((each) => step(each)),
    about,
  );
  expect(sql).toBe(`-- The schema of db/schema, as PostgreSQL 18 understands it. Without rows.
-- Written by plumb dump. It loads into an empty database.

-- Schemas

CREATE SCHEMA a;
CREATE SCHEMA b;

-- Tables

CREATE TABLE a.t (
  id integer
);

ALTER TABLE a.t ENABLE ROW LEVEL SECURITY;

-- Indexes

CREATE INDEX i ON a.t (id);
CREATE UNIQUE INDEX u ON a.t (id);

-- Grants

REVOKE SELECT ON TABLE a.t FROM PUBLIC;
GRANT SELECT ON TABLE a.t TO reader;`);
});

test('what can not share a transaction stands outside of it', () => {
  const sql = dumpText([step('CREATE SCHEMA a'), step('CREATE SCHEMA b'), step('VACUUM', null)], about);
  expect(sql).toContain('BEGIN;\n\nCREATE SCHEMA a;\nCREATE SCHEMA b;\n\nCOMMIT;\n\nVACUUM;');
});

test('a command of several lines stays in one line of the heading', () => {
  expect(dumpText([], { of: 'exec:one\ntwo', major: 18 })).toBe('-- The schema of exec:one two is empty.');
});
