import { expect, test } from 'vitest';
import { createLook } from '../look.ts';
import { renderStatus } from './status-text.ts';

const look = createLook({ colour: false, width: Number.POSITIVE_INFINITY, unicode: true, verbose: false });

const applied = Array.from({ length: 23 }, (_, index) => ({
  version: `${index + 1}_step`,
  state: 'applied' as const,
  appliedBy: 'anna@laptop',
  startedAt: '2026-01-31T12:00:00.000Z',
  finishedAt: '2026-01-31T12:00:01.500Z',
}));

test('a long history shows its end, and all of it where more is asked for', () => {
  const status = { database: 'shop', folder: 'db/migrations', applied, pending: [] };
  const short = renderStatus(status, look);
  expect(short).toContain('3 earlier migrations not shown; --verbose shows all');
  expect(short).not.toMatch(/^3_step/m);
  expect(short).toMatch(/^4_step +2026-\d\d-\d\d \d\d:\d\d:\d\d +1\.5 s {2}anna@laptop$/m);
  expect(short).toMatch(/All 23 are applied\.$/);
  expect(renderStatus(status, { ...look, verbose: true })).toMatch(/^1_step/m);
});

test('a project without migrations is told how to get one', () => {
  expect(renderStatus({ database: 'shop', folder: 'db/migrations', applied: [], pending: [] }, look)).toBe(
    'Database  shop\n\nThere is no migration in db/migrations yet. Write one with `plumb new`.',
  );
});
