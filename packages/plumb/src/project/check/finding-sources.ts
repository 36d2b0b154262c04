import { resolve } from 'node:path';
import type { Finding } from '../../contract/finding.ts';
import { readSqlFile } from '../../sql/source.ts';

/** The text of files that findings are in, by the name that they tell. */
export type FindingSources = ReadonlyMap<string, string>;

export async function sourcesOf(findings: readonly Finding[], cwd: string): Promise<FindingSources> {
  const names = new Set(findings.flatMap(({ location }) => (location === null ? [] : [location.file])));
  const sources = new Map<string, string>();
  for (const name of names) {
    // a place may also be in SQL that no file holds
    const source = await readSqlFile(name, resolve(cwd, name)).catch(() => null);
    if (source !== null) sources.set(name, source.text);
  }
  return sources;
}
