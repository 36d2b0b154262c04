import type { Step } from '../../packages/plumb/src/plan/plan.ts';
import { planSql } from '../../packages/plumb/src/plan/plan-sql.ts';
import type { PostgresServer } from '../../packages/plumb/src/postgres/server.ts';
import type { CorpusCase, Way } from './case.ts';
import type { PgDump } from './dump/pg-dump.ts';
import { type LoadedDatabase, loadDatabase } from './load.ts';
import { look, type Sight, sightDifferences } from './oracle.ts';
import { planCase, renamesOf } from './plan-case.ts';
import { carryRows } from './rows/carry-rows.ts';
import { readRows } from './rows/rows.ts';

/** What went wrong on one way, in words that say where to look; nothing, when all is well. */
export interface Failure {
  readonly way: Way;
  readonly stage: 'load' | 'plan' | 'up' | 'down';
  readonly text: string;
}

export interface CaseResult {
  readonly failures: readonly Failure[];
  /** The plan from before to after, as its golden shows it. */
  readonly plan: string;
}

interface Tools {
  /** Where plans are tried out. */
  readonly server: PostgresServer;
  /** Where they are made. */
  readonly shadows: PostgresServer;
  readonly pgDump: PgDump;
}

interface Reference {
  readonly before: Sight;
  readonly after: Sight;
}

/**
 * Takes a case there and back, and the other way round: plumb plans, the steps are sent one by one to a database that
 * holds the schema and rows, and what comes out is compared by eyes that aren't plumb's.
 */
export async function runCase(corpusCase: CorpusCase, tools: Tools): Promise<CaseResult> {
  const failures: Failure[] = [];
  const { before, after, seed, seedAfter } = corpusCase;
  try {
    await using one = await loadDatabase(tools.server, before);
    await using other = await loadDatabase(tools.server, after);
    const sights = { before: await look(one, tools.pgDump), after: await look(other, tools.pgDump) };
    await one.run(seed);
    await other.run(seedAfter);
    const forward = await runWay(corpusCase, 'forward', one, sights, tools);
    const backward = await runWay(corpusCase, 'backward', other, { before: sights.after, after: sights.before }, tools);
    failures.push(...forward.failures, ...backward.failures);
    return { failures, plan: forward.plan };
  } catch (error) {
    failures.push({ way: 'forward', stage: 'load', text: messageOf(error) });
    return { failures, plan: '' };
  }
}

async function runWay(
  corpusCase: CorpusCase,
  way: Way,
  database: LoadedDatabase,
  { before, after }: Reference,
  { shadows, pgDump }: Tools,
): Promise<CaseResult> {
  const failed = (stage: Failure['stage'], text: string): Failure[] => (text === '' ? [] : [{ way, stage, text }]);
  const { settings } = corpusCase;
  const expected = way === 'forward' ? settings.refused : settings.refusedBack;
  try {
    const { plan, refusal } = await planCase(corpusCase, way, shadows);
    const text = `${planSql(plan.up)}\n\n-- down\n\n${planSql(plan.down)}\n`;
    if (refusal !== null || expected !== null) {
      const fits = refusal !== null && expected !== null && refusal.includes(expected);
      const wanted = expected === null ? 'A plan was expected.' : `A refusal with "${expected}" was expected.`;
      return {
        failures: fits ? [] : failed('plan', `${wanted}\n${refusal ?? 'There is a plan.'}\n${text}`),
        plan: text,
      };
    }
    const seeded = await readRows(database.client);
    const up = await sendSteps(database, plan.up);
    if (up !== '') return { failures: failed('up', up), plan: text };
    const changing = Object.keys(settings.rowsChange);
    const there = { renames: renamesOf(corpusCase, way), changing };
    const reached = await carryRows(database.client, seeded, await readRows(database.client), there);
    const upDifferences = [...sightDifferences(after, await look(database, pgDump)), ...reached.differences];
    const upFailures = failed('up', told(upDifferences, plan.up));
    const down = await sendSteps(database, plan.down);
    if (down !== '') return { failures: [...upFailures, ...failed('down', down)], plan: text };
    const back = { renames: renamesOf(corpusCase, way === 'forward' ? 'backward' : 'forward'), changing };
    const returned = await carryRows(database.client, reached.expected, await readRows(database.client), back);
    const downDifferences = [...sightDifferences(before, await look(database, pgDump)), ...returned.differences];
    return { failures: [...upFailures, ...failed('down', told(downDifferences, plan.down))], plan: text };
  } catch (error) {
    return { failures: failed('plan', messageOf(error)), plan: '' };
  }
}

/** Sends steps as somebody would who takes them one by one; what the first failure was. */
async function sendSteps({ client }: LoadedDatabase, steps: readonly Step[]): Promise<string> {
  for (const [index, { sql }] of steps.entries()) {
    try {
      await client.query(sql);
    } catch (error) {
      const sent = steps.slice(0, index).map((step) => `${step.sql};`);
      return [`Step ${index + 1} of ${steps.length} failed: ${messageOf(error)}`, sql, 'after', ...sent].join('\n');
    }
  }
  return '';
}

function told(differences: readonly string[], steps: readonly Step[]): string {
  return differences.length === 0 ? '' : [...differences, 'after', planSql(steps)].join('\n');
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  const said = name === 'error' || name === 'Problem' ? message : (stack ?? message);
  return cause === undefined ? said : `${said}\nbecause of ${messageOf(cause)}`;
}
