import type { RunOptions } from '../benchmark.ts';
import type { Measured } from '../results.ts';
import { single } from './cases/single.ts';
import { twins } from './cases/twins.ts';
import { type Place, type ToolId, toolNames, tools } from './tools.ts';

/** How many of what a tool judges rightly: 1 for each that it does, 0 for each that it doesn't. */
export async function judgements(
  tool: ToolId,
  { progress, signal }: Pick<RunOptions, 'progress' | 'signal'>,
  placeWith: (files: Readonly<Record<string, string>>) => Place,
): Promise<Measured['samples']> {
  const speaks = async (name: string, base: string, migration: string, isDangerous: boolean): Promise<boolean> => {
    signal.throwIfAborted();
    const place = placeWith({ 'base.sql': `${base}\n`, 'migration.sql': `${migration}\n` });
    const rules = await tools[tool].rulesFor(place);
    if (rules.length > 0 !== isDangerous) {
      progress(`${toolNames[tool]}, ${name}: ${isDangerous ? 'missed' : `told as ${rules.join(', ')}`}`);
    }
    return rules.length > 0;
  };
  const samples: Record<'found' | 'quiet' | 'apart', number[]> = { found: [], quiet: [], apart: [] };
  for (const { name, base, migration, dangerous } of single) {
    const isTold = await speaks(name, base, migration, dangerous);
    if (dangerous) samples.found.push(Number(isTold));
    else samples.quiet.push(Number(!isTold));
  }
  for (const { name, migration, dangerousOn, harmlessOn } of twins) {
    const found = await speaks(name, dangerousOn, migration, true);
    const quiet = !(await speaks(name, harmlessOn, migration, false));
    samples.found.push(Number(found));
    samples.quiet.push(Number(quiet));
    samples.apart.push(Number(found && quiet));
  }
  return samples;
}
