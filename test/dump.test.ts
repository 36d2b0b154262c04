import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diffCatalogs } from '../packages/plumb/src/diff/diff-catalogs.ts';
import { openShadowServer } from '../packages/plumb/src/postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../packages/plumb/src/postgres/server.ts';
import { dumpSchema } from '../packages/plumb/src/project/schema/dump-schema.ts';
import { dumpText } from '../packages/plumb/src/project/schema/dump-text.ts';
import { readSource } from '../packages/plumb/src/project/schema/read-source.ts';
import { openSource } from '../packages/plumb/src/sources/open-source.ts';
import { corpusCases } from './corpus/case.ts';
import { sampleOf } from './corpus/sample.ts';
import { root } from './source-file.ts';

const major = 18;
const folder = mkdtempSync(join(tmpdir(), 'plumb-dump-'));
let shadows: PostgresServer;

beforeAll(async () => {
  shadows = await openShadowServer({ major });
});
afterAll(async () => {
  await shadows.close();
  rmSync(folder, { recursive: true, force: true });
});

const names = sampleOf(corpusCases(), major, 36).map(({ name }) => name);

test.for(names)('a dump of %s loads into an empty database and gives the same schema', async (name) => {
  const source = { type: 'files', path: join(root, 'corpus', name, 'after.sql') } as const;
  const { steps, doubt } = await dumpSchema(source, { shadows });
  expect(doubt).toBeNull();
  const path = join(folder, 'dumped.sql');
  writeFileSync(path, dumpText(steps, { of: name, major }));
  await using original = await openSource(source, { shadows });
  await using dumped = await openSource({ type: 'files', path }, { shadows });
  expect(diffCatalogs(await readSource(original), await readSource(dumped))).toEqual([]);
});
