import type { Context } from '../../kind.ts';
import type { ColumnFacts } from './column-facts.ts';

const storedInMain: ReadonlySet<string> = new Set(['numeric', 'inet', 'cidr']);

/** Before PostgreSQL 16 the type's own storage has to be named. */
export function storageName({ storage, type }: ColumnFacts, { major }: Context): string {
  if (storage !== null && storage !== 'default') return storage.toUpperCase();
  if (major >= 16) return 'DEFAULT';
  return storedInMain.has((type ?? '').replace(/\(.*\)/, '')) ? 'MAIN' : 'EXTENDED';
}
