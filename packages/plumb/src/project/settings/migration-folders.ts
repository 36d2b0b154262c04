import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where plumb, Supabase, Prisma, Drizzle Kit, dbmate, golang-migrate, goose, Flyway, Diesel and others keep theirs. */
const knownFolders = [
  'db/migrations',
  'supabase/migrations',
  'prisma/migrations',
  'drizzle',
  'drizzle/migrations',
  'src/db/migrations',
  'src/drizzle',
  'src/migrations',
  'migrations',
  'database/migrations',
  'sql/migrations',
  'db/migrate',
  'src/main/resources/db/migration',
  'internal/db/migrations',
  'hasura/migrations/default',
  'hasura/migrations',
  'migrations/default',
  'alembic/sql',
];

/** The usual folders that hold SQL which looks like migrations, relative to the project. */
export function foldersWithMigrations(root: string): readonly string[] {
  return [
    ...knownFolders.filter((folder) => holdsMigrations(join(root, folder))),
    ...planned.filter((folder) => existsSync(join(root, folder, 'sqitch.plan'))),
  ];
}

/** Where sqitch keeps its plan, with the folders deploy and revert beside it. */
const planned = ['.', 'db', 'database', 'sqitch', 'sql', 'migrations'];

/** Every tool begins the names of migrations with a number. */
function holdsMigrations(folder: string): boolean {
  return entriesOf(folder).some((entry) => {
    if (!/^v?\d/i.test(entry.name)) return false;
    if (!entry.isDirectory()) return /\.sql$/i.test(entry.name);
    return entriesOf(join(folder, entry.name)).some(({ name }) => /\.sql$/i.test(name));
  });
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
