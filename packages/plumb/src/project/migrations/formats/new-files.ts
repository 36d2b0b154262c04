import { type MigrationFormat, migrationText, type SectionText } from '@pgplumb/migrate';
import { Problem } from '../../../contract/problem.ts';
import { type Draft, type DraftSection, sectionSql } from '../draft.ts';
import { type Carried, cannotCarry, carried } from './carry.ts';
import { commentText, markedText } from './marked-text.ts';

/** A file of a migration, by its path in the folder. */
export interface NewFile {
  readonly path: string;
  readonly content: string;
}

export interface NewFiles {
  readonly files: readonly NewFile[];
  /** False where the format has no place for the way down. */
  readonly withDown: boolean;
}

/** The files of a new migration in the format that its folder has. `names` are those of the files that are there. */
export function newFiles(format: MigrationFormat, version: string, draft: Draft, names: readonly string[]): NewFiles {
  const { comment, up, down } = draft;
  const single = (content: string): NewFiles => ({ files: [{ path: `${version}.sql`, content }], withDown: true });
  const pair = (upPath: string, downPath: string): NewFiles => ({
    files: [
      { path: upPath, content: text(comment, carried(up, format, 'nothing')) },
      { path: downPath, content: text('', carried(down, format, 'nothing')) },
    ],
    withDown: true,
  });
  switch (format) {
    case 'plumb':
    case 'plain':
      return single(migrationText({ comment, up: up.map(written), down: down.map(written) }));
    case 'dbmate':
    case 'goose':
    case 'sql-migrate':
    case 'node-pg-migrate':
      return single(markedText(draft, format));
    case 'golang-migrate':
      return names.some((name) => /\.up\.sql$/i.test(name))
        ? pair(`${version}.up.sql`, `${version}.down.sql`)
        : pair(`${version}.sql`, `${version}.down.sql`);
    case 'hasura':
      return pair(`${version}/up.sql`, `${version}/down.sql`);
    case 'prisma':
      return pair(`${version}/migration.sql`, `${version}/down.sql`);
    case 'diesel':
      return dieselFiles(version, draft);
    case 'flyway':
      return flywayFiles(version, draft);
    case 'supabase':
      return {
        files: [{ path: `${version}.sql`, content: text(comment, carried(up, 'Supabase', 'nothing')) }],
        withDown: false,
      };
    case 'sqitch':
      if (names.includes('sqitch.plan')) throw ownTool('sqitch', `sqitch add ${version.replace(/^\d+_/, '')}`);
      return pair(`up/${version}.sql`, `down/${version}.sql`);
    case 'drizzle':
      throw ownTool('Drizzle', `npx drizzle-kit generate --custom --name=${version.replace(/^\d+_/, '')}`);
  }
}

function written(section: DraftSection): SectionText {
  return { mode: section.mode, backfill: section.backfill, sql: sectionSql(section) };
}

function text(comment: string, { statements }: Carried): string {
  return `${commentText(comment)}${statements.length === 0 ? '' : `${statements.join('\n\n')}\n`}`;
}

/** Whether a migration is run in a transaction is said of both ways at once. */
function dieselFiles(version: string, { comment, up, down }: Draft): NewFiles {
  const ways = [up, down].map((sections) => carried(sections, 'Diesel', 'one statement'));
  const outside = ways.some(({ inTransaction }) => !inTransaction);
  if (outside && ways.some(({ statements }) => statements.length > 1)) throw cannotCarry('Diesel', [...up, ...down]);
  const [upText, downText] = ways.map((way, index) => text(index === 0 ? comment : '', way));
  const files = [
    { path: `${version}/up.sql`, content: upText ?? '' },
    { path: `${version}/down.sql`, content: downText ?? '' },
  ];
  const metadata = { path: `${version}/metadata.toml`, content: 'run_in_transaction = false\n' };
  return { files: outside ? [metadata, ...files] : files, withDown: true };
}

/** Undo migrations are files of their own; what can't be in a transaction has a file of settings beside it. */
function flywayFiles(version: string, { comment, up, down }: Draft): NewFiles {
  const file = (name: string, sections: readonly DraftSection[], head: string): readonly NewFile[] => {
    const way = carried(sections, 'Flyway', 'each statement');
    const settings = { path: `${name}.sql.conf`, content: 'executeInTransaction=false\n' };
    const sql = { path: `${name}.sql`, content: text(head, way) };
    return way.inTransaction ? [sql] : [settings, sql];
  };
  return { files: [...file(version, up, comment), ...file(version.replace(/^V/, 'U'), down, '')], withDown: true };
}

function ownTool(tool: string, command: string): Problem {
  return new Problem('USAGE', `${tool} keeps a list of its migrations, which it writes by itself.`, {
    hint: `Make an empty migration with \`${command}\`, and put the SQL of \`plumb diff\` into it.`,
  });
}
