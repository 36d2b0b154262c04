import { type PlacedFault, SqlProblem } from '../../sql/sql-problem.ts';
import { type Entry, faultOf } from './entry.ts';
import { namesInMessage } from './statement-names.ts';

const mostShown = 10;

/** Tells why statements are left that no order could get in: what is missing for good, or that they need each other. */
export function stuckProblem(waiting: readonly Entry[]): SqlProblem {
  const stuck = waiting.filter(({ refused }) => refused !== null);
  const roots = stuck.filter((entry) => !stuck.some((other) => other !== entry && needs(entry, other)));
  const shown = (roots.length > 0 ? roots : circleOf(stuck)).slice(0, mostShown).flatMap(placed);
  const [first, ...others] = shown;
  if (first === undefined) throw new Error('statements wait that were never refused');
  if (roots.length === 0) return new SqlProblem([first, ...others], circleText(shown));
  const depending = stuck.length - roots.length;
  const hint = [
    ...(first.fault.hint === null ? [] : [first.fault.hint]),
    ...(depending === 0 ? [] : [`${depending === 1 ? 'Another statement waits' : `${depending} others wait`} for it.`]),
    ...others.map(({ fault }) => `Also: ${fault.message} (${placeOf(fault)}).`),
  ].join(' ');
  return new SqlProblem([first, ...others], hint === '' ? {} : { hint });
}

function placed(entry: Entry): PlacedFault[] {
  return entry.refused === null ? [] : [faultOf(entry, entry.refused)];
}

function needs({ refused }: Entry, { makes }: Entry): boolean {
  if (refused === null) return false;
  const missing = namesInMessage(refused.message);
  return [...makes].some((name) => missing.has(name));
}

/** Follows what each needs until one comes again. */
function circleOf(stuck: readonly Entry[]): readonly Entry[] {
  const path: Entry[] = [];
  for (let entry = stuck[0]; entry !== undefined; ) {
    const from = path.indexOf(entry);
    if (from !== -1) return path.slice(from);
    path.push(entry);
    const current: Entry = entry;
    entry = stuck.find((other) => other !== current && needs(current, other));
  }
  return path;
}

function circleText(faults: readonly PlacedFault[]): { message: string; hint: string } {
  const lines = faults.map(({ fault }) => `- ${placeOf(fault)} ${fault.message}`);
  return {
    message: `${faults.length} statements need each other, so none of them can go first:\n${lines.join('\n')}`,
    hint: 'Break the circle: make one of them without what it needs, and add that afterwards with ALTER or CREATE OR REPLACE.',
  };
}

function placeOf({ location: { file, line, column } }: PlacedFault['fault']): string {
  return `${file}:${line}:${column}`;
}
