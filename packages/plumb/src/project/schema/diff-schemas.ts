import type { Catalog } from '../../catalog/catalog-object.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import type { Finding } from '../../contract/finding.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import type { Plan, Step } from '../../plan/plan.ts';
import { type PlanOptions, planMigration } from '../../plan/plan-migration.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { type Doubt, prove } from '../../rehearsal/prove.ts';
import { shadowOf } from '../../rehearsal/shadow-of.ts';
import { type OpenedSource, openSource } from '../../sources/open-source.ts';
import type { SchemaSource } from '../../sources/schema-source.ts';

export interface DiffRequest extends PlanOptions {
  readonly from: SchemaSource;
  readonly to: SchemaSource;
  readonly shadows: PostgresServer;
  readonly signal?: AbortSignal;
  readonly progress?: ProgressListener;
}

export interface SchemaDiff {
  readonly plan: Plan;
  /** Null when the plan was run up and down on a shadow and led exactly there and back. */
  readonly doubt: Doubt | null;
  readonly findings: readonly Finding[];
}

/** Plans the migration from one schema to another, and proves it. */
export async function diffSchemas(request: DiffRequest): Promise<SchemaDiff> {
  const { shadows } = request;
  await using from = await openSource(request.from, request);
  await using to = await openSource(request.to, request);
  await using nothing = await openSource({ type: 'empty' }, request);
  const [before, after, empty] = [await read(from), await read(to), await read(nothing)];
  const plan = (one: Catalog, other: Catalog): readonly Step[] => planMigration(one, other, request);
  const draft = { up: plan(before, after), down: plan(after, before) };
  const notes = [...from.notes, ...to.notes, ...before.coverage, ...after.coverage];
  if (draft.up.length === 0 && draft.down.length === 0) return { plan: draft, doubt: null, findings: notes };
  const { signal } = request;
  const proof = await prove(draft, {
    shadow: shadowOf(from, before, { shadows, empty }),
    from: before,
    to: after,
    plan,
    ...(signal && { signal }),
  });
  return { ...proof, findings: notes };
}

async function read(source: OpenedSource): Promise<Catalog> {
  const client = await source.connect();
  try {
    return await readCatalog(client);
  } finally {
    await client.end();
  }
}
