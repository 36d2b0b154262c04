import { loadModule } from 'libpg-query';
import { type Client, DatabaseError } from 'pg';
import { literal } from '../../catalog/identifier.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { Problem } from '../../contract/problem.ts';
import type { QueryPlan, QueryToExplain } from '../../planner/explain/explain-query.ts';
import type { Explained } from '../../planner/explain/explained.ts';
import { findInPlan } from '../../planner/findings/find-in-plan.ts';
import { planFindings } from '../../planner/findings/plan-findings.generated.ts';
import { plannerSettings } from '../../planner/findings/planner-settings.ts';
import { readRelationSizes } from '../../planner/findings/relation-sizes.ts';
import type { JsonObject } from '../../planner/tree/plan-tree.ts';
import { readJsonPlan } from '../../planner/tree/read-json-plan.ts';
import { withClient } from '../../postgres/with-client.ts';
import { openTarget } from '../open-target.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { ExplainRequest } from './explain-request.ts';
import { explainedQueries } from './explained-queries.ts';

export interface ServerExplainRequest extends ExplainRequest {
  readonly url?: string | undefined;
  /** Whether queries may write; what they wrote is rolled back all the same. */
  readonly writes: boolean;
  /** In milliseconds, of each query. */
  readonly timeout?: number | undefined;
}

/**
 * Runs queries on a server and tells how that went, each in a transaction that is rolled back. Unless writing is allowed,
 * the transaction is read-only: PostgreSQL itself refuses what writes, also in functions.
 */
export async function explainOnServer(request: ServerExplainRequest): Promise<Explained> {
  const { env, signal, progress } = request;
  await loadModule();
  const settings = await resolveSettings({ ...request, env, flags: { url: request.url } });
  const queries = await explainedQueries(request, settings);
  if (queries.length === 0) throw new Problem('USAGE', 'There is no query to run.');
  const target = await openTarget(settings, { progress, signal });
  return withClient(target.connect, signal, async (client) => {
    const known = {
      catalog: await readCatalog(client),
      sizes: await readRelationSizes(client),
      settings: await plannerSettings(client),
    };
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
    const plans: QueryPlan[] = [];
    for (const query of queries) {
      signal.throwIfAborted();
      progress({ message: 'Running queries', done: plans.length, total: queries.length });
      plans.push(await executed(query, client, known, request));
    }
    return { plans, of: { from: 'server', postgres: rows[0]?.version ?? '', executed: true }, notes: [] };
  });
}

type Known = Pick<Parameters<typeof findInPlan>[1], 'catalog' | 'sizes' | 'settings'>;

async function executed(
  query: QueryToExplain,
  client: Client,
  known: Known,
  { writes, timeout = 60_000 }: ServerExplainRequest,
): Promise<QueryPlan> {
  const { sql, location, tree, parameters } = query;
  const nothing = { sql, location, plan: null, text: null, cost: null, findings: [], variants: [] };
  await client.query(`BEGIN${writes ? '' : ' READ ONLY'}`);
  try {
    await client.query(`SET LOCAL statement_timeout = ${Math.round(timeout)}`);
    const values = parameters.map((value) => (value === null ? 'NULL' : literal(value))).join(', ');
    if (parameters.length > 0) {
      await client.query(`SET LOCAL plan_cache_mode = force_custom_plan; PREPARE plumb_query AS ${sql}`);
    }
    const explained = parameters.length > 0 ? `EXECUTE plumb_query (${values})` : sql;
    const run = async (options: string) => (await client.query(`EXPLAIN (${options}) ${explained}`)).rows;
    const lines: readonly { 'QUERY PLAN': string }[] = await run('COSTS');
    const plan = readJsonPlan((await run('ANALYZE, BUFFERS, SETTINGS, FORMAT JSON'))[0]);
    if (plan === null)
      return { ...nothing, error: { code: 'SQL_FAILED', message: 'PostgreSQL made no plan.', hint: null } };
    const view = { plan, query: tree, sql, ...known, generic: null };
    const json: JsonObject = plan.json;
    return {
      ...nothing,
      plan: json,
      text: lines.map((line) => line['QUERY PLAN']).join('\n'),
      cost: plan.root.cost?.total ?? null,
      findings: await findInPlan(planFindings, view, { replan: null, location }),
      error: null,
    };
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code === undefined) throw error;
    return { ...nothing, error: { code: 'SQL_FAILED', ...refusal(error, timeout) } };
  } finally {
    await client.query('ROLLBACK');
    await client.query('DEALLOCATE ALL');
  }
}

function refusal({ code, message, hint }: DatabaseError, timeout: number): { message: string; hint: string | null } {
  if (code === '25006') {
    return {
      message: `This writes, so it was not run: ${message}.`,
      hint: 'With --writes it is run, and rolled back.',
    };
  }
  if (code === '57014') {
    return {
      message: `It took longer than ${timeout / 1000} s, and was ended.`,
      hint: 'Give it more time with --timeout.',
    };
  }
  return { message, hint: hint ?? null };
}
