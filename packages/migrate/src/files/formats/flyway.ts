import { type FolderListing, type LayoutReader, type MigrationFiles, withoutExtension } from '../layout.ts';
import { byName, byParts, plainNumber } from '../version-order.ts';
import { sameVersion, withoutUp } from './folder-problems.ts';

/** `V1.2__users.sql`, `U1.2__users.sql` and, after all of them, `R__views.sql`; also in folders below. */
export const flyway: LayoutReader = async (folder) => {
  const files = folder.names.flatMap((name) => fileOf(name) ?? []);
  const versioned = files.filter(({ kind }) => kind === 'V').sort((one, other) => byParts(one.parts, other.parts));
  const repeatable = files.filter(({ kind }) => kind === 'R').sort((one, other) => byName(one.title, other.title));
  if (versioned.length + repeatable.length === 0) return null;
  for (const [index, file] of versioned.entries()) {
    const before = versioned[index - 1];
    if (before?.key === file.key) throw sameVersion(folder.shown, file.parts.join('.'), before.name, file.name);
  }
  const downs = new Map(files.flatMap(({ kind, key, name }) => (kind === 'U' ? [[key, name]] : [])));
  const lonely = [...downs].find(([key]) => versioned.every((file) => file.key !== key));
  if (lonely !== undefined) throw withoutUp(folder.shown, lonely[1]);
  const migrations: MigrationFiles[] = [];
  for (const { kind, key, name } of [...versioned, ...repeatable]) {
    const down = kind === 'V' ? (downs.get(key) ?? null) : null;
    const version = withoutExtension(name.replace(/^.*\//, ''));
    migrations.push({ version, up: name, down, mode: await modeOf(folder, name), repeatable: kind === 'R' });
  }
  return { format: 'flyway', migrations };
};

interface FlywayFile {
  readonly name: string;
  readonly kind: 'V' | 'U' | 'R';
  readonly parts: readonly string[];
  /** The version as Flyway compares it: 1.0 is 1, and 01 is 1. */
  readonly key: string;
  readonly title: string;
}

function fileOf(name: string): FlywayFile | null {
  const [, kind, version = '', title = ''] = /(?:^|\/)([VUR])(\d+(?:[._]\d+)*)?__([^/]*)\.sql$/i.exec(name) ?? [];
  const parts = version.split(/[._]/).filter((part) => part !== '');
  const key = parts.map(plainNumber).join('.').replace(/\.+$/, '');
  switch (kind?.toUpperCase()) {
    case 'V':
      return version === '' ? null : { name, kind: 'V', parts, key, title };
    case 'U':
      return version === '' ? null : { name, kind: 'U', parts, key, title };
    case 'R':
      return version === '' ? { name, kind: 'R', parts, key, title } : null;
    default:
      return null;
  }
}

async function modeOf({ names, read }: FolderListing, name: string): Promise<MigrationFiles['mode']> {
  const settings = `${name}.conf`;
  if (!names.includes(settings)) return 'as-statements-need';
  const [, said] = /^\s*executeInTransaction\s*=\s*(true|false)\b/im.exec(await read(settings)) ?? [];
  if (said === undefined) return 'as-statements-need';
  return said.toLowerCase() === 'true' ? 'transaction' : 'no-transaction';
}
