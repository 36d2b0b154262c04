import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AdvisedIndex, advise, openPrivateServer, type PostgresServer } from 'pgplumb';
import type { RunOptions } from '../benchmark.ts';
import type { Measured } from '../results.ts';
import { exhaustive, extend, greedy, simpleCandidates } from './baselines.ts';
import { type BuiltIndex, BuiltIndexes } from './built-indexes.ts';
import { budgets, workloads } from './phases.ts';
import type { BenchWorkload } from './workloads/workload.ts';

/** As many candidates as all sets of which can be tried. */
const mostTried = 13;

/** A search that takes longer is ended with what it has, as ours is. */
const longest = 30_000;
/** What plumb tells of its first choice, and not of how things are. */
const isAnswer = /^Searching: the workload at (?!100 )/;

export async function runAdvice(options: RunOptions): Promise<Measured[]> {
  const { only, signal, progress } = options;
  const measured: Measured[] = [];
  await using server = await openPrivateServer({ major: 18, signal });
  const folder = mkdtempSync(join(tmpdir(), 'plumb-bench-advice-'));
  try {
    for (const workload of workloads) {
      if (only.length > 0 && !only.some((each) => workload.name.startsWith(each))) continue;
      progress(`${workload.name}: rows`);
      measured.push(...(await ofWorkload(workload, server, folder, options)));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return measured;
}

async function ofWorkload(
  workload: BenchWorkload,
  server: PostgresServer,
  folder: string,
  { against, signal, progress }: RunOptions,
): Promise<Measured[]> {
  const database = await server.createShadow();
  const client = await database.connect();
  try {
    await client.query(workload.schema);
    await client.query(workload.rows);
    await client.query('vacuum analyze');
    const { rows } = await client.query<{ bytes: string }>(
      `select sum(pg_total_relation_size(oid)) as bytes from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    const size = Number(rows[0]?.bytes ?? 0);
    const file = join(folder, `${workload.name}.json`);
    writeFileSync(file, JSON.stringify(workload.queries.map(({ sql, weight }) => ({ query: sql, calls: weight }))));
    const advised = [];
    for (const share of budgets) {
      progress(`${workload.name}: pgplumb with ${share * 100} %`);
      const budget = Math.floor(size * share);
      const began = performance.now();
      let first: number | null = null;
      const answer = await advise({
        workload: [file],
        url: database.url,
        budget,
        signal,
        onProgress: ({ message }) => {
          if (isAnswer.test(message)) first ??= (performance.now() - began) / 1000;
        },
      });
      advised.push({ share, budget, answer, first: first ?? answer.seconds });
    }
    const built = new BuiltIndexes(client, workload.queries);
    const before = await built.cost([]);
    const isAsked = (contender: string): boolean => against.length === 0 || against.includes(contender);
    const measured: Measured[] = [];
    const add = (
      contender: string,
      share: number,
      [cost, calls, seconds]: readonly [cost: number, calls: number, seconds: number],
      more: Measured['samples'] = {},
    ): void => {
      const samples = { cost: [cost / before], calls: [calls], seconds: [seconds], ...more };
      measured.push({ phase: `${workload.name}-${share * 100}`, contender, samples, error: null });
    };
    const singles =
      isAsked('single') || isAsked('extend') ? await simpleCandidates(client, workload, built, false) : [];
    const pairs = isAsked('pairs') ? await simpleCandidates(client, workload, built, true) : [];
    const pool = new Map<string, BuiltIndex>();
    for (const { share, budget, answer, first } of advised) {
      const ours: BuiltIndex[] = [];
      for (const index of answer.indexes) ours.push(await buildAdvised(index, built));
      const cost = await built.cost(ours);
      const bytes = ours.map(({ bytes: each }, at) => (answer.indexes[at]?.bytes ?? 0) / each);
      add('plumb', share, [cost, answer.calls, answer.seconds], {
        first: [first],
        predicted: [answer.cost.after / cost],
        bytes,
      });
      for (const each of ours) pool.set(each.definition, each);
      const searches = [
        ['single', greedy, singles],
        ['extend', extend, isAsked('extend') ? singles : []],
        ['pairs', greedy, pairs],
      ] as const;
      for (const [name, search, candidates] of searches) {
        if (candidates.length === 0) continue;
        progress(`${workload.name}: ${name} with ${share * 100} %`);
        const began = performance.now();
        const calls = built.calls;
        const isOver = (): boolean => {
          signal.throwIfAborted();
          return performance.now() - began > longest;
        };
        const chosen = await search(candidates, budget, built, isOver);
        const took = [built.calls - calls, (performance.now() - began) / 1000] as const;
        add(name, share, [await built.cost(chosen), ...took]);
        for (const each of chosen) pool.set(each.definition, each);
      }
    }
    if (workload.name === 'small' && isAsked('optimum')) {
      for (const { share, budget } of advised) {
        progress(`${workload.name}: all sets with ${share * 100} %`);
        const began = performance.now();
        const calls = built.calls;
        const least = await exhaustive([...pool.values()].slice(0, mostTried), budget, built, signal);
        add('optimum', share, [least, built.calls - calls, (performance.now() - began) / 1000]);
      }
    }
    return measured;
  } finally {
    await client.end();
    await database.drop();
  }
}

/** Under another name: the same index may be advised with several budgets. */
async function buildAdvised({ definition, table }: AdvisedIndex, built: BuiltIndexes): Promise<BuiltIndex> {
  return built.buildAs(definition.replace(/^CREATE INDEX \S+ ON/, 'CREATE INDEX ON'), table, []);
}
