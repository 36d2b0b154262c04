import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../contract/problem.ts';

interface Tool {
  readonly name: string;
  /** What its migrations are written in. */
  readonly language: string;
  readonly file: RegExp;
  /** What stands in its files, where others have files of such names. */
  readonly text?: RegExp;
  /** How it is told to write SQL. */
  readonly writes: string;
}

const asked = 'Turn on its log of queries, apply the migration to a scratch database, and save what it ran as SQL';
const script = /^(?:migration)?[\d_-]{3,}.*\.[cm]?[jt]s$/i;

/** Migrations that are programs: only their tool knows their SQL. */
const tools: readonly Tool[] = [
  { name: 'TypeORM', language: 'code', file: script, text: /typeorm|QueryRunner/, writes: asked },
  {
    name: 'MikroORM',
    language: 'code',
    file: script,
    text: /mikro-orm|this\.addSql/,
    writes: 'See it with `npx mikro-orm migration:create --dump`, and save its SQL',
  },
  { name: 'Sequelize', language: 'code', file: script, text: /queryInterface|sequelize/i, writes: asked },
  { name: 'Knex', language: 'code', file: script, text: /\bknex\b/i, writes: asked },
  { name: 'Kysely', language: 'code', file: script, text: /\bkysely\b/i, writes: asked },
  {
    name: 'node-pg-migrate',
    language: 'code',
    file: script,
    text: /\bpgm\b|node-pg-migrate/,
    writes: 'Let `npx node-pg-migrate up --dry-run` print its SQL, and save it',
  },
  { name: 'a tool in JavaScript', language: 'code', file: script, writes: asked },
  {
    name: 'Alembic',
    language: 'Python',
    file: /\.py$/,
    text: /alembic/,
    writes: 'Write it with `alembic upgrade <before>:<new> --sql > change.sql`',
  },
  {
    name: 'Django',
    language: 'Python',
    file: /^\d{4}_.*\.py$/,
    text: /django/,
    writes: 'Write it with `python manage.py sqlmigrate <app> <number> > change.sql`',
  },
  {
    name: 'Rails',
    language: 'Ruby',
    file: /^\d{14}_.*\.rb$/,
    writes:
      'With `config.active_record.schema_format = :sql`, compare db/structure.sql before and after: `plumb diff --from <before.sql> --to db/structure.sql`; or save what the migration ran as SQL',
  },
  {
    name: 'Entity Framework',
    language: 'C#',
    file: /^\d{14}_.*\.cs$/,
    writes: 'Write it with `dotnet ef migrations script <before> <new> -o change.sql`',
  },
  {
    name: 'Laravel',
    language: 'PHP',
    file: /^\d{4}_\d\d_\d\d_.*\.php$/,
    writes: 'Write it with `php artisan migrate --pretend`, and save its SQL',
  },
  {
    name: 'Ecto',
    language: 'Elixir',
    file: /^\d{14}_.*\.exs$/,
    writes: 'Write it with `mix ecto.migrate --log-migrations-sql`, and save its SQL',
  },
  {
    name: 'Liquibase',
    language: 'changelogs',
    file: /changelog.*\.(?:xml|ya?ml|json)$|\.sql$/i,
    text: /databaseChangeLog|liquibase formatted sql/i,
    writes: 'Write it with `liquibase update-sql > change.sql`',
  },
];

const folders = [
  ...['migrations', 'src/migrations', 'src/migration', 'db/migrations', 'database/migrations', 'src/db/migrations'],
  ...[
    'src/database/migrations',
    'alembic/versions',
    'migrations/versions',
    'db/migrate',
    'Migrations',
    'Data/Migrations',
  ],
  ...['priv/repo/migrations', 'db/changelog', 'src/main/resources/db/changelog', 'changelog'],
];

/** A folder without migrations in SQL: whose migrations are there instead, and how plumb can see them. */
export function noMigrations(
  root: string,
  shown: string,
  {
    code,
    message,
    hint,
  }: { readonly code: 'USAGE' | 'FILE_NOT_FOUND'; readonly message: string; readonly hint: string },
): Problem {
  const found = [...new Set([shown, ...folders, ...appsIn(root)])].map((folder) => ({
    folder,
    tool: toolIn(join(root, folder)),
  }));
  for (const { folder, tool } of found) {
    if (tool === null) continue;
    const { name, language, writes } = tool;
    return new Problem(
      code,
      `${message} ${folder} has migrations of ${name}, which are ${language}, and plumb rehearses SQL.`,
      {
        hint: `${writes}; then: \`plumb check change.sql --base <a database, or SQL, as it was before>\`.`,
      },
    );
  }
  return new Problem(code, message, { hint });
}

/** Django keeps the migrations of each of its apps in the app's folder. */
function appsIn(root: string): readonly string[] {
  return entriesOf(root).flatMap((entry) => {
    if (!entry.isDirectory() || entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    return existsSync(join(root, entry.name, 'migrations')) ? [`${entry.name}/migrations`] : [];
  });
}

function toolIn(folder: string): Tool | null {
  const names = entriesOf(folder).flatMap((entry) => (entry.isFile() ? entry.name : []));
  return (
    tools.find(({ file, text }) => {
      const name = names.find((each) => file.test(each) && !each.startsWith('__'));
      return name !== undefined && (text === undefined || text.test(readFileSync(join(folder, name), 'utf8')));
    }) ?? null
  );
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
