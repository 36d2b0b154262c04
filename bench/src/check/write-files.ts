import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A project with so many migrations, and as many files of queries; `mark` makes it another one than any before. */
export function writeFiles(folder: string, files: number, mark: string): void {
  mkdirSync(join(folder, 'db/migrations'), { recursive: true });
  mkdirSync(join(folder, 'queries'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  for (let at = 0; at < files; at++) {
    const name = `2026${String(at).padStart(10, '0')}_step.sql`;
    writeFileSync(join(folder, 'db/migrations', name), `${at === 0 ? `-- ${mark}\n` : ''}${migration(at)}\n`);
    writeFileSync(
      join(folder, 'queries', `${at}.sql`),
      'SELECT id, name FROM table_0 WHERE id = $1 ORDER BY id LIMIT 20;\n',
    );
  }
}

/** Of five, one makes a table, and the others change it. */
function migration(at: number): string {
  const table = `table_${Math.floor(at / 5)}`;
  const kinds = [
    `CREATE TABLE ${table} (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);`,
    `ALTER TABLE ${table} ADD COLUMN parent_id bigint REFERENCES ${table} (id);`,
    `INSERT INTO ${table} (name) VALUES ('one'), ('two');`,
    `ALTER TABLE ${table} ADD CONSTRAINT ${table}_named CHECK (name <> '') NOT VALID;`,
    `CREATE INDEX ${table}_name ON ${table} (name);`,
  ];
  return kinds[at % kinds.length] ?? '';
}
