import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Problem } from '../../contract/problem.ts';
import type { KnownFinding } from './baseline.ts';

const known = z.object({
  rule: z.string(),
  file: z.string().nullable(),
  objects: z.array(z.string()),
  fingerprint: z.string(),
});

const baseline = z.object({ findings: z.array(known) });

/** What a project's baseline holds. */
export function readBaseline(path: string): readonly KnownFinding[] {
  try {
    return baseline.parse(JSON.parse(readFileSync(path, 'utf8'))).findings;
  } catch (error) {
    throw new Problem('CONFIG_INVALID', `${path} is no baseline of findings.`, {
      hint: '`plumb check --write-baseline` writes it anew; what was known before is told again then.',
      cause: error,
    });
  }
}
