import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { root } from './source-file.ts';

/** Compares a text with the golden file that was reviewed; `UPDATE_GOLDEN=1` writes it anew. */
export function expectGolden(path: string, text: string): void {
  const file = join(root, path);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  expect(text, `${path} differs; if the change is meant, run with UPDATE_GOLDEN=1`).toBe(readFileSync(file, 'utf8'));
}
