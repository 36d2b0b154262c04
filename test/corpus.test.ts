import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { openShadowServer } from '../packages/plumb/src/postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../packages/plumb/src/postgres/server.ts';
import { corpusCases } from './corpus/case.ts';
import { PgDump } from './corpus/dump/pg-dump.ts';
import { goldenFailure, goldenMajor } from './corpus/golden-plan.ts';
import { runCase } from './corpus/run-case.ts';
import { sampleOf } from './corpus/sample.ts';
import { root } from './source-file.ts';

const cases = corpusCases();
const lanes = 2;
// Of a minute and a half in all; a busy machine may take long over one.
vi.setConfig({ maxConcurrency: lanes, testTimeout: 180_000 });

const dumps = Array.from({ length: lanes }, () => new PgDump());
const servers = new Map<number, Promise<PostgresServer>>();

function serverOf(major: number): Promise<PostgresServer> {
  const server = servers.get(major) ?? openShadowServer({ major });
  servers.set(major, server);
  return server;
}

afterAll(async () => {
  for (const pgDump of dumps) await pgDump[Symbol.asyncDispose]();
  for (const server of servers.values()) await (await server).close();
});

test('a plan that was reviewed belongs to a case', () => {
  const files = readdirSync(join(root, 'corpus'), { recursive: true, encoding: 'utf8' });
  const goldens = files.filter((file) => file.endsWith('.golden.sql'));
  expect(goldens.filter((file) => !existsSync(join(root, 'corpus', file, '../before.sql')))).toEqual([]);
});

test('the names of cases are words with hyphens', () => {
  expect(cases.length).toBeGreaterThan(100);
  expect(cases.filter(({ name }) => !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(name))).toEqual([]);
});

// All of them on all majors: npm run corpus
for (const { major, every } of [
  { major: 14, every: 40 },
  { major: 15, every: 40 },
  { major: 16, every: 40 },
  { major: 17, every: 40 },
  { major: 18, every: 9 },
]) {
  describe.concurrent(`PostgreSQL ${major}: from before to after and back, and the other way round`, () => {
    const sample = sampleOf(cases, major, every).map((corpusCase, index) => ({
      corpusCase,
      name: corpusCase.name,
      index,
    }));

    test.for(sample)('$name', async ({ corpusCase, index }, { expect }) => {
      const server = await serverOf(major);
      const { failures, plan } = await runCase(corpusCase, {
        server,
        shadows: server,
        pgDump: dumps[index % lanes] ?? new PgDump(),
      });
      const told = failures.map(({ way, stage, text }) => `${way}, ${stage}:\n${text}`);
      expect(told.join('\n\n')).toBe('');
      if (major === goldenMajor) expect(goldenFailure(corpusCase, plan)).toBe('');
    });
  });
}
