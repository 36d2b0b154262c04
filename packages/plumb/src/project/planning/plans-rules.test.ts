import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { createShadow } from '../../postgres/embedded/create-shadow.ts';
import planImprovement from '../../rules/plans/plan-improvement.ts';
import planRegression from '../../rules/plans/plan-regression.ts';
import type { Example, ToldRule } from '../../rules/rule.ts';
import { checkPlans } from './plans-gate.ts';
import { captureProjectProfile } from './profile-capture.ts';

async function idsFor({ base = '', sql = '', code = '' }: Example, config: string): Promise<readonly string[]> {
  const cwd = schemaFolder({
    'package.json': '{}',
    'plumb.config.json': config,
    'app.ts': code,
    'db/migrations/20260101000000_change.sql': sql,
  });
  execFileSync('git', ['init', '-q'], { cwd });
  await using database = await createShadow();
  const client = await database.connect();
  await client.query(base);
  await client.query('VACUUM ANALYZE');
  await client.end();
  const about = { cwd, env: process.env, signal: new AbortController().signal, progress: () => {} };
  await captureProjectProfile({ ...about, url: database.url, out: 'profile.json' });
  const files = ['db/migrations/20260101000000_change.sql'];
  const { findings } = await checkPlans({ ...about, files, all: false, schema: false, profile: 'profile.json' });
  return findings.map(({ id, severity }) => `${id} ${severity}`);
}

const examples = (rule: ToldRule, which: 'bad' | 'good') =>
  rule[which].map((example) => [rule.id, example.sql ?? '', example] as const);
const rules = [planRegression, planImprovement];

test.each(rules.flatMap((rule) => examples(rule, 'bad')))('%s is told of: %s', async (id, _, example) => {
  expect((await idsFor(example, '{}')).join()).toContain(id);
});

test.each(rules.flatMap((rule) => examples(rule, 'good')))('%s is not told of: %s', async (id, _, example) => {
  expect((await idsFor(example, '{}')).join()).not.toContain(id);
});

test('a project says how it takes plans', async () => {
  const [example] = planRegression.bad;
  if (example === undefined) throw new Error('there is no example');
  expect(await idsFor(example, '{ "check": { "rules": { "plan-regression": "info" } } }')).toEqual([
    'plan-regression info',
  ]);
});
