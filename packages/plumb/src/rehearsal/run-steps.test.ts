import { expect, test } from 'vitest';
import type { Step } from '../plan/plan.ts';
import { createShadow } from '../postgres/embedded/create-shadow.ts';
import { shadowRunner } from '../sources/stand-ins/shadow-runner.ts';
import { runSteps } from './run-steps.ts';

function step(sql: string, transaction: number | null): Step {
  return { sql, transaction, lockTimeout: null, hazards: [], backfill: null, comment: null };
}

test('what shares a transaction with a step that fails is undone, and the step is named', async () => {
  await using shadow = await createShadow();
  const client = await shadow.connect();
  try {
    const steps = [
      step('create table first (id int)', 1),
      step('create table second (id int) -- the comment ends with its line', 2),
      step('insert into second values (1)', 2),
      step('insert into second values (1 / 0)', 2),
      step('create table third (id int)', 3),
    ];
    const failure = await runSteps(shadowRunner(client), steps);
    expect(failure?.step).toBe(steps[3]);
    const { rows } = await client.query(
      `select relname as name from pg_class where relname in ('first', 'second', 'third')`,
    );
    expect(rows).toEqual([{ name: 'first' }]);
    expect(await runSteps(shadowRunner(client), steps.slice(1, 3))).toBe(null);
  } finally {
    await client.end();
  }
});

test('a server that goes away is no fault of a step', async () => {
  await using shadow = await createShadow();
  const client = await shadow.connect();
  const lost = runSteps(shadowRunner(client), [
    step('create table t (id int)', 1),
    step('select pg_terminate_backend(pg_backend_pid())', 1),
  ]);
  await expect(lost).rejects.toMatchObject({ code: '57P01' });
});
