import { expect, test } from 'vitest';
import type { Section } from '../contract/migration.ts';
import { migrationText, type SectionText } from './migration-text.ts';
import { sectionsOf } from './sections.ts';

function given(sections: readonly Section[]): readonly SectionText[] {
  return sections.map(({ mode, backfill, source, start, end }) => ({
    mode,
    backfill,
    sql: source.text.slice(start, end),
  }));
}

test('a migration is written with its comment above its sections', () => {
  const text = migrationText({
    comment: 'Jobs get a priority.\n\nplumb:up is quoted.',
    up: [
      { mode: 'transaction', sql: 'ALTER TABLE jobs ADD priority int;', backfill: null },
      {
        mode: 'backfill',
        sql: 'UPDATE jobs SET priority = 1;',
        backfill: { table: 'jobs', batch: 50, key: ['a', 'b'] },
      },
    ],
    down: [{ mode: 'no-transaction', sql: 'DROP INDEX CONCURRENTLY i;\n', backfill: null }],
  });
  expect(text).toBe(`-- Jobs get a priority.
--
-- "plumb:up is quoted."

-- plumb:up
ALTER TABLE jobs ADD priority int;

-- plumb:up backfill table=jobs batch=50 key=a,b
UPDATE jobs SET priority = 1;

-- plumb:down no-transaction
DROP INDEX CONCURRENTLY i;
`);
});

test('a migration without SQL has both marks, to be filled in', () => {
  expect(migrationText({ comment: '', up: [], down: [] })).toBe('-- plumb:up\n\n-- plumb:down\n');
});

test('whatever is written is read as the same sections', () => {
  const random = randomFrom(20_250_131);
  for (let round = 0; round < 500; round += 1) {
    const migration = {
      comment: random.several(0, 3, () => random.of(comments)).join('\n'),
      up: random.several(0, 4, () => randomSection(random)),
      down: random.several(0, 4, () => randomSection(random)),
    };
    const text = migrationText(migration);
    const { up, down } = sectionsOf({ name: 'm.sql', text });
    expect({ up: given(up), down: given(down) }).toEqual({ up: migration.up, down: migration.down });
  }
});

test.each([
  'select 1;\n-- plumb:down\nselect 2',
  'select 1;\n  -- migrate:up transaction:false\nselect 2',
  "select 'never ends",
  'select /* never ends',
  '-- only a comment',
  '',
])('SQL that would be read as something else is not written: %j', (sql) => {
  const next: SectionText = { mode: 'transaction', sql: 'select 2;', backfill: null };
  for (const sections of [[{ ...next, sql }], [{ ...next, sql }, next]]) {
    if (sections.length === 1 && sql.endsWith('never ends')) continue;
    expect(() => migrationText({ comment: '', up: sections, down: [] })).toThrow(
      expect.objectContaining({ code: 'FILE_INVALID' }),
    );
  }
});

const comments = [
  'Jobs get a priority.',
  '',
  '  plumb:up no-transaction',
  'migrate:down',
  'é 日本 👩',
  '$$ \' " /* ; --',
];

const statements = [
  'SELECT 1;',
  "SELECT ';\n-- plumb:down\n' -- it's",
  'CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $f$\n-- plumb:up nonsense\nBEGIN\r\n  PERFORM 1;\nEND $f$;',
  "-- what follows is big\nUPDATE \"a;b\" SET é = E'\\'-- plumb:up';",
  '/* /* -- plumb:down */ \n-- plumb:down\n*/ DELETE FROM a;',
  'CREATE INDEX CONCURRENTLY i ON a (b)',
  '-- +goose Down\nSELECT 3;',
  'BEGIN; SELECT 1; COMMIT;',
];
const keys = [null, ['id'], ['tenant', '"Job, id"'], ['"a ""b"""']];

type Random = ReturnType<typeof randomFrom>;

function randomSection(random: Random): SectionText {
  const mode = random.of(['transaction', 'no-transaction', 'backfill'] as const);
  if (mode !== 'backfill') {
    const sql = random.several(1, 3, () => random.of(statements)).join(random.of([';\n', '\n;\n\n']));
    return { mode, sql, backfill: null };
  }
  const backfill = {
    table: random.of(['app.jobs', '"My App"."Jo=bs"', 'jobs']),
    batch: 1 + random.below(5000),
    key: random.of(keys),
  };
  return { mode, sql: random.of(statements.slice(0, 6)), backfill };
}

function randomFrom(seed: number): {
  readonly below: (limit: number) => number;
  readonly of: <Choice>(choices: readonly Choice[]) => Choice;
  readonly several: <Item>(least: number, most: number, make: () => Item) => readonly Item[];
} {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const of = <Choice>(choices: readonly Choice[]): Choice => {
    for (const [index, choice] of choices.entries()) if (below(choices.length - index) === 0) return choice;
    throw new Error('There is nothing to choose from.');
  };
  const several = <Item>(least: number, most: number, make: () => Item): readonly Item[] =>
    Array.from({ length: least + below(most - least + 1) }, make);
  return { below, of, several };
}
