import { expect, test } from 'vitest';
import { createLook } from '../look.ts';
import { oneLine, renderBackfill, renderFinished, renderSession } from './event-text.ts';

const plain = createLook({ colour: false, width: 80, unicode: true, verbose: false });
const ascii = createLook({ colour: false, width: 80, unicode: false, verbose: false });

const nobody = { user: null, application: null, state: null, transactionSeconds: null, query: null };

test('another session is told as far as this role may see it', () => {
  const psql = { pid: 4711, user: 'anna', application: 'psql', state: 'idle in transaction', transactionSeconds: 123 };
  expect(renderSession({ ...psql, query: 'select *\n  from posts' })).toBe(
    'process 4711 (psql, anna, idle in transaction for 2 min 3 s): select * from posts',
  );
  expect(renderSession({ ...nobody, pid: 4711 })).toBe('process 4711');
  expect(renderSession({ ...nobody, pid: 0, user: 'deploy@ci-7' })).toBe('deploy@ci-7');
});

test('a statement stands in one line, cut, without passwords and without what steers a terminal', () => {
  expect(oneLine("CREATE ROLE a\n  PASSWORD 'geheim'")).toBe("CREATE ROLE a PASSWORD '******'");
  expect(oneLine(`select ${'x'.repeat(200)}`, 20)).toBe(`select ${'x'.repeat(12)}…`);
  expect(oneLine("select '\u001b[2J'")).toBe("select '\\u001b[2J'");
});

test('a backfill shows how far it is, where that can be told', () => {
  const progress = { table: 'app.jobs', rows: 12_300, share: 0.42, rowsPerSecond: 4100, secondsLeft: 3.2 };
  expect(renderBackfill(progress, plain)).toBe('app.jobs ████████░░░░░░░░░░░░ 42%, 12,300 rows, 4.1 k/s, 4 s left');
  expect(renderBackfill({ ...progress, share: 1, secondsLeft: null }, ascii)).toBe(
    'app.jobs #################### 100%, 12,300 rows, 4.1 k/s',
  );
  expect(renderBackfill({ ...progress, share: null, secondsLeft: null }, plain)).toBe('app.jobs: 12,300 rows, 4.1 k/s');
});

test('what is done with is one line', () => {
  const jobs = { version: '20260101000000_jobs', milliseconds: 34.2 };
  expect(renderFinished({ ...jobs, direction: 'up' }, plain)).toBe('✓ 20260101000000_jobs 34 ms');
  expect(renderFinished({ ...jobs, direction: 'down' }, ascii)).toBe('ok 20260101000000_jobs taken back 34 ms');
});
