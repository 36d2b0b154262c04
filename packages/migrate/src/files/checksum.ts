import { createHash } from 'node:crypto';
import type { SqlSource } from '../contract/sql-source.ts';

/** Of the text of a migration's files, whatever the ends of their lines: git changes those between machines. */
export function checksumOf(sources: readonly SqlSource[]): string {
  const hash = createHash('sha256');
  for (const [index, { text }] of sources.entries()) {
    if (index > 0) hash.update('\0');
    hash.update(text.replaceAll(/\r\n?/g, '\n'));
  }
  return hash.digest('hex');
}
