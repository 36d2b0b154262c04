import { sqlSource as decode, readSqlFile as readFile, type SqlSource } from '@pgplumb/migrate/sql';
import { orProblem, problemOf } from './problem-of.ts';

export type { SqlSource } from '@pgplumb/migrate/sql';

export async function readSqlFile(name: string, path: string): Promise<SqlSource> {
  return orProblem(readFile(name, path));
}

/** Decodes SQL; editors and shells on Windows write marks at its start, or UTF-16. */
export function sqlSource(name: string, content: Uint8Array | string): SqlSource {
  try {
    return decode(name, content);
  } catch (error) {
    throw problemOf(error);
  }
}
