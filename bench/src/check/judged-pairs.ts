import type { RunOptions } from '../benchmark.ts';
import type { Measured } from '../results.ts';
import { queriedSchema, queries } from './cases/queries.ts';
import { type Pair, schemas } from './cases/schemas.ts';
import { type Place, type Tool, type ToolId, toolNames, tools } from './tools.ts';

/** What is judged in pairs, of which one is wrong: by what, and which files a tool gets. */
export const pairsPhases = {
  schemas: {
    title: 'Faults of schemas',
    pairs: schemas,
    files: (sql: string) => ({ 'schema.sql': `${sql}\n` }),
    rules: (tool: Tool, place: Place) => tool.rulesForSchema(place),
  },
  queries: {
    title: 'Faults of queries',
    pairs: queries,
    files: (sql: string) => ({ 'base.sql': `${queriedSchema}\n`, 'query.sql': `${sql};\n` }),
    rules: (tool: Tool, place: Place) => tool.rulesForQuery(place),
  },
} as const;

export type PairsPhase = keyof typeof pairsPhases;

/** How many of the wrong ones a tool tells, how many of the others it lets be, and how many pairs it tells apart. */
export async function judgedPairs(
  phase: PairsPhase,
  tool: ToolId,
  { progress, signal }: Pick<RunOptions, 'progress' | 'signal'>,
  placeWith: (files: Readonly<Record<string, string>>) => Place,
): Promise<Measured['samples']> {
  const { pairs, files, rules } = pairsPhases[phase];
  const samples: Record<'found' | 'quiet' | 'apart', number[]> = { found: [], quiet: [], apart: [] };
  const told = async ({ name }: Pair, sql: string, isWrong: boolean): Promise<boolean> => {
    signal.throwIfAborted();
    const found = await rules(tools[tool], placeWith(files(sql)));
    if (found.length > 0 !== isWrong) {
      progress(`${toolNames[tool]}, ${name}: ${isWrong ? 'missed' : `told as ${found.join(', ')}`}`);
    }
    return found.length > 0;
  };
  for (const pair of pairs) {
    const [isFound, isQuiet] = [await told(pair, pair.wrong, true), !(await told(pair, pair.right, false))];
    samples.found.push(Number(isFound));
    samples.quiet.push(Number(isQuiet));
    samples.apart.push(Number(isFound && isQuiet));
  }
  return samples;
}
