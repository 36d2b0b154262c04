import type { Reader } from './reader.ts';

/** What an extension comes with when nothing else is said. */
export interface AvailableExtension {
  readonly version: string | null;
  readonly comment: string | null;
}

const known = new WeakMap<Reader, Promise<ReadonlyMap<string, AvailableExtension>>>();

/** The extensions that the server has, by name. PostgreSQL reads all their files for it. */
export function availableExtensions(reader: Reader): Promise<ReadonlyMap<string, AvailableExtension>> {
  const found = known.get(reader) ?? readAvailable(reader);
  known.set(reader, found);
  return found;
}

async function readAvailable(reader: Reader): Promise<ReadonlyMap<string, AvailableExtension>> {
  const rows = await reader.rows<AvailableExtension & { name: string }>(`
    select name, default_version as version, comment from pg_catalog.pg_available_extensions
  `);
  return new Map(rows.map(({ name, ...extension }) => [name, extension]));
}
