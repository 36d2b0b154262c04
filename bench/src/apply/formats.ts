import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { migrations, type SmallMigration } from './migrations.ts';

type Files = Readonly<Record<string, string>>;

/** The files of a folder, as each product wants them. */
const formats = {
  plumb: () => plumbFiles(migrations),
  dbmate: () => sections(14, '-- migrate:up', '-- migrate:down'),
  'node-pg-migrate': () => sections(17, '-- Up Migration', '-- Down Migration'),
  drizzle: drizzleFiles,
} as const;

export type Format = keyof typeof formats;

export function writeMigrations(folder: string): void {
  for (const [format, filesOf] of Object.entries(formats)) {
    for (const [name, text] of Object.entries(filesOf())) {
      const file = join(folder, format, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

function sections(digits: 14 | 17, up: string, down: string, of = migrations): Files {
  const files = of.map((each) => {
    const time = timeOf(each).toISOString().replaceAll(/\D/g, '').slice(0, digits);
    return [`${time}_${each.name}.sql`, `${up}\n${script(each.up)}\n${down}\n${script(each.down)}`];
  });
  return Object.fromEntries(files);
}

/** In our own format: their names and texts. */
export function plumbFiles(of: readonly SmallMigration[]): Files {
  return sections(14, '-- plumb:up', '-- plumb:down', of);
}

function drizzleFiles(): Files {
  const entries = migrations.map((each) => ({
    idx: each.number,
    version: '7',
    when: timeOf(each).getTime(),
    tag: `${String(each.number).padStart(4, '0')}_${each.name}`,
    breakpoints: true,
  }));
  const files = migrations.map(({ number, up }) => [
    `${entries[number]?.tag}.sql`,
    up.map((statement) => `${statement};`).join('\n--> statement-breakpoint\n'),
  ]);
  const journal = { version: '7', dialect: 'postgresql', entries };
  return { ...Object.fromEntries(files), 'meta/_journal.json': JSON.stringify(journal) };
}

function script(statements: readonly string[]): string {
  return statements.map((statement) => `${statement};\n`).join('');
}

/** Two a minute. */
function timeOf({ number }: SmallMigration): Date {
  return new Date(Date.UTC(2026, 0, 1) + number * 30_000);
}
