import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openShadowServer } from '../packages/plumb/src/postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../packages/plumb/src/postgres/server.ts';
import { type Applied, applyCase } from './corpus/apply-case.ts';
import { type CorpusCase, corpusCases } from './corpus/case.ts';
import { sampleOf } from './corpus/sample.ts';

vi.setConfig({ testTimeout: 180_000 });

const cases = corpusCases();
const inSteps = ['columns/add-column-with-volatile-default', 'columns/stepwise-type-change'];

for (const { major, every } of [
  { major: 14, every: 60 },
  { major: 18, every: 24 },
]) {
  describe(`PostgreSQL ${major}: a generated migration has the plan's statements, and leads there and back`, () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await openShadowServer({ major });
    });
    afterAll(() => server.close());

    test.for(named(sampleOf(cases, major, every)))('$name', async ({ corpusCase }) => {
      const applied = await applyCase(corpusCase, server);
      if (applied !== null) expectThereAndBack(applied);
    });

    test.for(named(cases.filter(({ name }) => inSteps.includes(name))))('$name, in steps', async ({ corpusCase }) => {
      const settings = { ...corpusCase.settings, stepwise: true };
      const applied = await applyCase({ ...corpusCase, settings }, server);
      expect(applied?.modes).toContain('backfill');
      if (applied !== null) expectThereAndBack(applied);
    });
  });
}

function named(some: readonly CorpusCase[]): readonly { readonly name: string; readonly corpusCase: CorpusCase }[] {
  return some.map((corpusCase) => ({ name: corpusCase.name, corpusCase }));
}

function expectThereAndBack({ read, planned, differsAfter, differsBack }: Applied): void {
  expect(read).toEqual(planned);
  expect({ differsAfter, differsBack }).toEqual({ differsAfter: [], differsBack: [] });
}
