import { firstOf, totalFunction } from './schema.ts';

/** One change of a table or of what belongs to it. */
export interface Change {
  readonly kind: ChangeKind;
  readonly table: number;
}

export type ChangeKind = keyof typeof scripts;

/** By kind, the statements that make the change. */
const scripts = {
  'add column': (table: string) => `ALTER TABLE ${table} ADD COLUMN note text`,
  'add index': (table: string) => `CREATE INDEX ${table}_name_idx ON ${table} (name)`,
  'add foreign key': (table: string) =>
    `ALTER TABLE ${table} ADD CONSTRAINT ${table}_editor FOREIGN KEY (editor_id) REFERENCES table_0 (id)`,
  'change view': (_: string, number: number) =>
    `CREATE OR REPLACE VIEW view_${number} AS SELECT id, name, amount FROM table_${number} WHERE active AND amount > 0`,
  'change function': (_: string, number: number) => totalFunction(number, 'amount > 1'),
  'add enum value': (_: string, number: number) => `ALTER TYPE status_${number} ADD VALUE 'archived'`,
  'drop index': (table: string) => `DROP INDEX ${table}_created_idx`,
  'change policy': (table: string) => `ALTER POLICY ${table}_open ON ${table} USING (active AND amount > 0)`,
  'widen column': (table: string) => `ALTER TABLE ${table} ALTER COLUMN code TYPE varchar(80)`,
  'add check': (table: string) => `ALTER TABLE ${table} ADD CONSTRAINT ${table}_named CHECK (name <> '')`,
} as const;

const kinds = Object.keys(scripts).filter((kind): kind is ChangeKind => kind in scripts);

/** Ten tables, evenly spread, get each kind in turn. */
export function changesOf(tables: number, count: number): readonly Change[] {
  return Array.from({ length: count }, (_, number) => {
    const kind = kinds[number % kinds.length] ?? 'add column';
    return { kind, table: firstOf(Math.floor((Math.floor(number / kinds.length) * tables) / 10), tables) };
  });
}

export function scriptOf({ kind, table }: Change): string {
  return scripts[kind](`table_${table}`, table);
}
