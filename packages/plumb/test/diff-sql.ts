import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { openShadowServer } from '../src/postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../src/postgres/server.ts';
import { type DiffRequest, diffSchemas, type SchemaDiff } from '../src/project/schema/diff-schemas.ts';
import { type RefusalData, refusalData } from '../src/project/schema/refusal-data.ts';
import { parseRenames } from '../src/project/schema/renames/rename-flags.ts';
import { schemaFolder } from './schema-folder.ts';

let server: Promise<PostgresServer> | null = null;

afterAll(async () => {
  await (await server)?.close();
  server = null;
});

/** As on the command line. */
export interface Answers extends Partial<Pick<DiffRequest, 'chooseRenames' | 'keepDropped' | 'online'>> {
  readonly rename?: readonly string[];
  readonly allow?: boolean;
}

/** Plans and proves what leads from one schema to another, on a real server. */
export async function diffSql(before: string, after: string, answers: Answers = {}): Promise<SchemaDiff> {
  server ??= openShadowServer();
  const folder = schemaFolder({ 'before.sql': before, 'after.sql': after });
  const { rename = [], allow = false, ...others } = answers;
  const { named, none } = parseRenames(rename);
  return diffSchemas({
    from: { type: 'files', path: join(folder, 'before.sql') },
    to: { type: 'files', path: join(folder, 'after.sql') },
    shadows: await server,
    ...(none ? { chooseRenames: async () => [] } : {}),
    ...others,
    renames: named,
    allowLoss: async () => allow,
  });
}

/** The statements that lead there. */
export async function upOf(before: string, after: string, answers: Answers = {}): Promise<readonly string[]> {
  const { plan, refusal } = await diffSql(before, after, answers);
  expect(refusal && refusalData(refusal)).toBe(null);
  return plan.up.map(({ sql }) => sql);
}

export async function refusalOf(before: string, after: string, answers: Answers = {}): Promise<RefusalData | null> {
  const { plan, refusal } = await diffSql(before, after, answers);
  expect(plan).toEqual({ up: [], down: [] });
  return refusal && refusalData(refusal);
}
