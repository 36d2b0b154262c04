import { Problem } from '../../contract/problem.ts';
import type { PlanTree } from './plan-tree.ts';
import { readJsonPlan } from './read-json-plan.ts';
import { readTextPlan } from './text/read-text-plan.ts';

/** Reads a plan as EXPLAIN wrote it, in JSON or as text, or as a person pasted it. @param shown where it is from */
export function readPlan(text: string, shown = 'This'): PlanTree {
  const bare = text.replace(/^\ufeff/, '').trim();
  if (bare === '') throw new Problem('FILE_INVALID', `${shown} is empty.`, { hint: howTo });
  const plan = readJsonPlan(jsonIn(bare) ?? readTextPlan(text));
  if (plan !== null) return plan;
  if (/^\s*(?:<\?xml|<explain)/i.test(bare)) throw notRead(shown, 'XML');
  if (/^\s*- Plan:/m.test(bare)) throw notRead(shown, 'YAML');
  throw new Problem('FILE_INVALID', `${shown} is no plan of PostgreSQL.`, { hint: howTo });
}

const howTo = 'Give what `EXPLAIN (ANALYZE, BUFFERS)` or `EXPLAIN (FORMAT JSON)` prints, all of it.';

function notRead(shown: string, format: string): Problem {
  return new Problem('FILE_INVALID', `${shown} is a plan in ${format}, which is not read.`, { hint: howTo });
}

/** The JSON in a text: alone, behind a header, or with the marks that psql puts at the ends of lines. */
function jsonIn(text: string): unknown {
  const from = text.search(/[[{]/);
  if (from < 0 || /\(cost=|\(actual/.test(text.slice(0, from))) return null;
  const until = Math.max(text.lastIndexOf(']'), text.lastIndexOf('}'));
  const body = text.slice(from, until + 1);
  for (const candidate of [body, body.replaceAll(/\s*\+\s*$/gm, ''), body.replaceAll('""', '"')]) {
    try {
      const value: unknown = JSON.parse(candidate);
      return value;
    } catch {
      // the next form
    }
  }
  return null;
}
