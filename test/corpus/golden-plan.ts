import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../source-file.ts';
import type { CorpusCase } from './case.ts';

/** Goldens show the plan for the newest major. */
export const goldenMajor = 18;

/** Whether a plan is the one that was reviewed, in words when it isn't; `UPDATE_GOLDEN=1` writes it anew. */
export function goldenFailure({ name }: CorpusCase, plan: string): string {
  const file = join(root, 'corpus', name, 'plan.golden.sql');
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, plan);
  // not reviewed yet
  if (!existsSync(file)) return '';
  const reviewed = readFileSync(file, 'utf8');
  if (reviewed === plan) return '';
  return `plan.golden.sql says:\n${reviewed}\nThe plan is:\n${plan}\nIf that is meant, run with UPDATE_GOLDEN=1.`;
}
