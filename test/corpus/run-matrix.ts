import { openGuardedServer, openShadowServer } from '../../packages/plumb/src/postgres/embedded/embedded-server.ts';
import { type CorpusCase, corpusCases, runsOn } from './case.ts';
import { PgDump } from './dump/pg-dump.ts';
import { goldenFailure, goldenMajor } from './golden-plan.ts';
import { type Failure, runCase } from './run-case.ts';

const lanes = 2;
const allMajors = [14, 15, 16, 17, 18];

/**
 * Runs the corpus as the command line says (`[filter...] [--guarded] [--majors 14,18]`), and tells each failure; how many
 * there were. Guarded, plans are made as for a stranger's SQL; what can't be is in docs/decisions/0011.
 */
export async function runMatrix(words: readonly string[], say: (line: string) => void): Promise<number> {
  const at = words.indexOf('--majors');
  const majors = at === -1 ? allMajors : (words[at + 1] ?? '').split(',').map(Number);
  const isGuarded = words.includes('--guarded');
  const filters = (at === -1 ? words : words.toSpliced(at, 2)).filter((word) => word !== '--guarded');
  const cases = corpusCases().filter(({ name }) => filters.length === 0 || filters.some((one) => name.includes(one)));
  const failed: string[] = [];
  let count = 0;
  const start = performance.now();
  for (const major of majors) {
    const waiting = cases.filter((each) => runsOn(each, major));
    count += waiting.length;
    await using server = await openShadowServer({ major });
    await using guarded = isGuarded ? await openGuardedServer({ major }) : null;
    const shadows = guarded ?? server;
    const lane = async (): Promise<void> => {
      await using pgDump = new PgDump();
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const failures = await failuresOf(next, major, { server, shadows, pgDump });
        if (failures.length > 0) failed.push(`${major} ${next.name}`);
        for (const failure of failures) say(report(next, major, failure));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  for (const name of failed.sort()) say(`✗ ${name}`);
  say(`${count - failed.length} of ${count} passed in ${seconds} s`);
  return failed.length;
}

async function failuresOf(
  corpusCase: CorpusCase,
  major: number,
  tools: Parameters<typeof runCase>[1],
): Promise<readonly Failure[]> {
  const { failures, plan } = await runCase(corpusCase, tools);
  if (failures.length > 0 || major !== goldenMajor) return failures;
  const text = goldenFailure(corpusCase, plan);
  return text === '' ? [] : [{ way: 'forward', stage: 'plan', text }];
}

function report({ name }: CorpusCase, major: number, { way, stage, text }: Failure): string {
  const arrow = way === 'forward' ? 'before → after' : 'after → before';
  return `\n✗ ${name} on ${major}, ${arrow}, ${stage}\n${text.replaceAll(/^/gm, '    ')}\n`;
}
