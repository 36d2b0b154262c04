import { scanSync } from 'libpg-query';
import { type Client, DatabaseError, escapeIdentifier, type QueryResult } from 'pg';
import { literal } from '../../catalog/identifier.ts';
import { Problem } from '../../contract/problem.ts';
import { asOfCapture, findCaptureTime, inItsWords } from './capture-time.ts';
import type { ExplainedPlan, ExplainOptions, PlanJson } from './explain-options.ts';
import { explainable } from './explainable.ts';

type Rows = QueryResult['rows'];

/** A session that plans, and never runs anything. */
export class PlannerSession {
  readonly #client: Client;
  /** Whether a transaction is open in which there are indexes that nobody else sees. */
  #inWork = false;
  readonly #known = new Map<string, string>();

  /** Whether it has functions that tell when a profile was captured. */
  readonly #hasTime: boolean;

  /** Whether EXPLAIN itself makes a plan for all values, as it does since 16. */
  readonly #plansGeneric: boolean;

  /** Who plans, where that isn't the owner of the tables. */
  readonly #role: string | null;

  constructor(
    client: Client,
    { hasTime, major, role }: { readonly hasTime: boolean; readonly major: number; readonly role: string | null },
  ) {
    this.#client = client;
    this.#role = role;
    this.#hasTime = hasTime;
    this.#plansGeneric = major >= 16;
  }

  async explain(sql: string, options: ExplainOptions = {}): Promise<ExplainedPlan> {
    const results = await this.#run(sql, options, ['FORMAT JSON', 'FORMAT TEXT']);
    return { json: jsonOf(results[0]), text: textOf(results[1]) };
  }

  /** The plan alone, for those who ask for thousands. */
  async planOf(sql: string, options: ExplainOptions = {}): Promise<PlanJson> {
    const [result] = await this.#run(sql, options, ['FORMAT JSON']);
    return jsonOf(result);
  }

  /** A transaction that is always rolled back; plans asked for within see what it did. */
  async within<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    await this.#client.query('BEGIN');
    this.#inWork = true;
    try {
      return await work(this.#client);
    } finally {
      this.#inWork = false;
      await this.#client.query('ROLLBACK');
    }
  }

  /** Parsed once, however often it is planned. */
  async #explainable(sql: string): Promise<string> {
    const known = this.#known.get(sql);
    if (known !== undefined) return known;
    const text = await explainable(sql);
    if (this.#known.size > 1000) this.#known.clear();
    this.#known.set(sql, text);
    return text;
  }

  async #run(sql: string, options: ExplainOptions, formats: readonly string[]): Promise<readonly Rows[]> {
    const statement = await this.#explainable(sql);
    const timed = this.#hasTime ? asOfCapture(statement) : null;
    const text = timed ?? statement;
    const { parameters } = options;
    const generic = parameters === undefined && /\$\d/.test(text);
    const nothing = generic && !this.#plansGeneric ? Array.from({ length: parameterCount(text) }, () => null) : [];
    const given = parameters ?? nothing;
    const values = given.map((value) => (value === null ? 'NULL' : literal(value))).join(', ');
    const prepared = given.length > 0;
    const explained = prepared ? `EXECUTE plumb_query (${values})` : text;
    const option = generic && this.#plansGeneric ? ', GENERIC_PLAN' : '';
    const mode = generic ? 'force_generic_plan' : 'force_custom_plan';
    const statements = [
      this.#inWork ? 'SAVEPOINT plumb_query; SET LOCAL transaction_read_only = on' : 'BEGIN READ ONLY',
      ...Object.entries(options.settings ?? {}).map(
        ([name, value]) => `SELECT pg_catalog.set_config(${literal(name)}, ${literal(value)}, true)`,
      ),
      ...(timed === null ? [] : [findCaptureTime]),
      ...(this.#role === null ? [] : [`SET LOCAL ROLE ${escapeIdentifier(this.#role)}`]),
      ...(prepared ? [`SET LOCAL plan_cache_mode = ${mode}; PREPARE plumb_query AS ${text}\n`] : []),
      ...formats.map((format) => `EXPLAIN (${format}${option}) ${explained}\n`),
    ];
    const end = [
      this.#inWork ? 'ROLLBACK TO SAVEPOINT plumb_query; RELEASE SAVEPOINT plumb_query' : 'ROLLBACK',
      ...(prepared ? ['DEALLOCATE ALL'] : []),
    ];
    try {
      // all of it in one message: those who ask for thousands of plans would wait for each
      const results: unknown = await this.#client.query([...statements, ...end].join(';\n'));
      const plans = Array.isArray(results) ? results.filter(({ command }) => command === 'EXPLAIN') : [];
      return plans.map(({ rows }) => (timed === null ? rows : inItsWords(rows)));
    } catch (error) {
      await this.#client.query(end.join('; '));
      throw error instanceof DatabaseError ? asProblem(error) : error;
    }
  }
}

/** How many parameters a query has. */
function parameterCount(sql: string): number {
  const numbers = scanSync(sql).tokens.map(({ text }) => /^\$(\d+)$/.exec(text)?.[1] ?? 0);
  return Math.max(0, ...numbers.map(Number));
}

function asProblem(error: DatabaseError): Problem {
  const { message, hint, code } = error;
  const ofOurs =
    code === '57014' ? 'Planning runs functions that are IMMUTABLE; one of them may read tables.' : undefined;
  const next = hint ?? ofOurs;
  return new Problem('SQL_FAILED', `This query can't be planned: ${message}`, {
    ...(next === undefined ? {} : { hint: next }),
    cause: error,
  });
}

function jsonOf(rows: Rows | undefined): PlanJson {
  const plan: unknown = rows?.[0]?.['QUERY PLAN']?.[0];
  if (isPlan(plan)) return plan;
  throw new Problem('SQL_FAILED', 'PostgreSQL makes no plan for this: a rule does something else instead.');
}

function isPlan(value: unknown): value is PlanJson {
  return typeof value === 'object' && value !== null && 'Plan' in value;
}

function textOf(rows: Rows | undefined): string {
  return (rows ?? []).map((row: { 'QUERY PLAN': string }) => row['QUERY PLAN']).join('\n');
}
