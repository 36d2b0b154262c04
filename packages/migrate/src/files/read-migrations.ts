import { join } from 'node:path';
import type { Migration, Section } from '../contract/migration.ts';
import { MigrationProblem } from '../contract/problem.ts';
import type { SqlSource } from '../contract/sql-source.ts';
import { readScript } from '../sql/psql-script.ts';
import { refusesTransaction } from '../sql/refuses-transaction.ts';
import { readSqlFile } from '../sql/source.ts';
import { checksumOf } from './checksum.ts';
import { detectLayout } from './detect-layout.ts';
import { filesIn } from './folder-files.ts';
import { sameVersion } from './formats/folder-problems.ts';
import { type FolderListing, isSql, type Layout, type MigrationFiles, type MigrationFormat } from './layout.ts';
import type { MarkedFormat } from './marks/mark.ts';
import type { FolderFinding, MigrationFolder } from './migration-folder.ts';
import { sectionsOf, wholeFile } from './sections.ts';

/**
 * Reads the migrations of a folder in the order in which they are applied, in whatever format they are: that of plumb, and
 * those of dbmate, golang-migrate, Prisma, Drizzle, Supabase, goose, sql-migrate, Flyway, node-pg-migrate, sqitch, Hasura
 * and Diesel.
 *
 * @example
 * ```ts
 * import { readMigrations } from '@pgplumb/migrate';
 *
 * const { format, migrations } = await readMigrations('db/migrations');
 * console.log(`${migrations.length} migrations as ${format} writes them, the last is ${migrations.at(-1)?.version}`);
 * ```
 */
export async function readMigrations(folder: string, shown: string = folder): Promise<MigrationFolder> {
  const listing = await listed(folder, shown);
  const layout = await detectLayout(listing);
  refuseNothing(listing, layout);
  refuseSameVersion(listing, layout);
  const read: ReadMigration[] = [];
  for (const files of layout.migrations) read.push(await readMigration(listing, files));
  return {
    format: formatOf(layout, read),
    migrations: read.map(({ migration }) => migration),
    findings: leftOut(listing, layout),
  };
}

async function listed(folder: string, shown: string): Promise<FolderListing> {
  const base = shown.replace(/(?<=.)[\\/]+$/, '');
  const read = async (name: string): Promise<string> => (await readSqlFile(`${base}/${name}`, join(folder, name))).text;
  return { path: folder, shown: base, names: await filesIn(folder, shown), read };
}

interface ReadMigration {
  readonly migration: Migration;
  readonly marks: MarkedFormat | null;
}

async function readMigration({ shown, read }: FolderListing, files: MigrationFiles): Promise<ReadMigration> {
  const { repeatable } = files;
  // file systems write accents in different ways
  const version = files.version.normalize('NFC');
  const source = async (name: string): Promise<SqlSource> => ({ name: `${shown}/${name}`, text: await read(name) });
  const up = await source(files.up);
  const down = files.down === null ? null : await source(files.down);
  const sections = files.mode === 'told' ? sectionsOf(up) : null;
  const migration = {
    version,
    name: nameOf(version),
    up: sections?.up ?? wholeFile(up, 'up', modeOf(up, files)),
    down: sections?.down ?? (down === null ? [] : wholeFile(down, 'down', modeOf(down, files))),
    reversible: sections?.reversible ?? down !== null,
    checksum: checksumOf(down === null ? [up] : [up, down]),
    ...(repeatable ? { repeatable } : {}),
  };
  return { migration, marks: sections?.format ?? null };
}

function modeOf(source: SqlSource, { mode }: MigrationFiles): Exclude<Section['mode'], 'backfill'> {
  if (mode === 'transaction' || mode === 'no-transaction') return mode;
  const outside = readScript(source).some(({ start, end }) => refusesTransaction(source.text.slice(start, end)));
  return outside ? 'no-transaction' : 'transaction';
}

/** `20250131120000_add_users` is about `add users`. */
function nameOf(version: string): string {
  const said = version.replace(/^(?:V?\d[\d.-]*(?:_\d+)*|R(?=__))[\s_.-]+/, '').replaceAll(/[\s_-]+/g, ' ');
  return said.trim() === '' ? version : said.trim();
}

/** Marks say more than where the files lie. */
function formatOf(layout: Layout, read: readonly ReadMigration[]): MigrationFormat {
  const marks = read.flatMap((each) => each.marks ?? []);
  return marks.find((format) => format === 'plumb') ?? marks[0] ?? layout.format;
}

/** The journal knows a migration by its version. */
function refuseSameVersion({ shown }: FolderListing, { migrations }: Layout): void {
  const seen = new Map<string, string>();
  for (const { version, up } of migrations) {
    const key = version.normalize('NFC');
    const other = seen.get(key);
    if (other !== undefined) throw sameVersion(shown, version, other, up);
    seen.set(key, up);
  }
}

/** Nothing to apply in a folder that is full of something is the wrong folder. */
function refuseNothing({ shown, names }: FolderListing, { migrations }: Layout): void {
  if (migrations.length > 0) return;
  const [sql] = names.filter(isSql);
  if (sql !== undefined) {
    throw new MigrationProblem('FILE_INVALID', `No SQL file in ${shown} is a migration, such as ${sql}.`, {
      hint: 'Name the folder that the migrations lie in; those of plumb are in no folder below it.',
    });
  }
  const [python] = names.filter((name) => /^(?:versions\/[^/]+\.py|env\.py)$/.test(name));
  if (python !== undefined) {
    throw new MigrationProblem('FILE_INVALID', `The migrations in ${shown} are programs of Alembic, not SQL.`, {
      hint: 'Write their SQL into files with `alembic upgrade head --sql`, and name the folder of those.',
    });
  }
}

function leftOut({ shown, names }: FolderListing, { format, migrations }: Layout): readonly FolderFinding[] {
  const used = new Set(migrations.flatMap(({ up, down }) => (down === null ? [up] : [up, down])));
  // sqitch verifies with SQL, and its plan may stand at the top of a whole repository
  const mayBeOne = names.includes('sqitch.plan') ? /^(?:deploy|revert)\// : /^/;
  return names
    .filter((name) => isSql(name) && !used.has(name) && mayBeOne.test(name))
    .map((name) => ({
      id: 'migration-file-left-out',
      file: `${shown}/${name}`,
      message: `${shown}/${name} is no migration, as ${format} has them.`,
      why: 'Its name ends in .sql, so it may have been meant to be applied.',
      todo: 'Give it the name and the place of a migration, or move it out of the folder.',
    }));
}
