import { type FolderListing, isSql, type LayoutReader, type MigrationFiles } from '../layout.ts';
import { byName, byVersion } from '../version-order.ts';
import { withoutUp } from './folder-problems.ts';

/** A folder for each migration with `migration.sql`, perhaps `down.sql`: Prisma, and newer Drizzle. */
export const migrationFolders: LayoutReader = ({ shown, names }) => {
  const found = foldersWith(shown, names, 'migration.sql');
  if (found.length === 0) return null;
  const isDrizzle = found.some(({ version }) => names.includes(`${version}/snapshot.json`));
  return { format: isDrizzle ? 'drizzle' : 'prisma', migrations: found.sort((a, b) => byName(a.version, b.version)) };
};

/** A folder for each migration with `up.sql` and `down.sql`: Diesel and Hasura. */
export const upAndDownFolders: LayoutReader = async (folder) => {
  const found = foldersWith(folder.shown, folder.names, 'up.sql');
  if (found.length === 0) return null;
  const isDiesel = found.every(({ version }) => /^\d{4}-\d\d-\d\d-\d{6}_|^0{8,}/.test(version));
  if (!isDiesel) return { format: 'hasura', migrations: found.sort((a, b) => byVersion(a.version, b.version)) };
  const migrations: MigrationFiles[] = [];
  for (const files of found.sort((a, b) => byName(a.version, b.version))) {
    migrations.push({ ...files, mode: await dieselMode(folder, files.version) });
  }
  return { format: 'diesel', migrations };
};

async function dieselMode({ names, read }: FolderListing, version: string): Promise<'transaction' | 'no-transaction'> {
  const metadata = `${version}/metadata.toml`;
  if (!names.includes(metadata)) return 'transaction';
  return /^\s*run_in_transaction\s*=\s*false\b/m.test(await read(metadata)) ? 'no-transaction' : 'transaction';
}

function foldersWith(shown: string, names: readonly string[], up: string): MigrationFiles[] {
  const files = new Set(names);
  const inFolders = names.filter((name) => isSql(name) && name.split('/').length === 2);
  const ups = inFolders.filter((name) => name.endsWith(`/${up}`));
  if (ups.length === 0) return [];
  const lonely = inFolders.find((name) => name.endsWith('/down.sql') && !files.has(name.replace(/down\.sql$/, up)));
  if (lonely !== undefined) throw withoutUp(shown, lonely);
  return ups.map((name) => {
    const [version = ''] = name.split('/');
    const down = `${version}/down.sql`;
    return { version, up: name, down: files.has(down) ? down : null, mode: 'transaction', repeatable: false };
  });
}
