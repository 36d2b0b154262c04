/** A migration as an application has many: one or two statements, and their way back. */
export interface SmallMigration {
  /** From 0. */
  readonly number: number;
  readonly name: string;
  readonly up: readonly string[];
  readonly down: readonly string[];
}

export const count = 500;

/** How many tables there are afterwards. */
export const tables = count / 5;

export const migrations: readonly SmallMigration[] = smallMigrations(count);

/** As many as one wants; of five, the first makes a table, and the others change it. */
export function smallMigrations(wanted: number): readonly SmallMigration[] {
  return Array.from({ length: Math.ceil(wanted / 5) }, (_, table) => ofTable(table))
    .flat()
    .slice(0, wanted)
    .map((migration, number) => ({ number, ...migration }));
}

function ofTable(number: number): Omit<SmallMigration, 'number'>[] {
  const table = `table_${number}`;
  return [
    {
      name: `create_${table}`,
      up: [
        `CREATE TABLE ${table} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  amount numeric(12, 2) NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now()
)`,
      ],
      down: [`DROP TABLE ${table}`],
    },
    {
      name: `add_note_to_${table}`,
      up: [`ALTER TABLE ${table} ADD COLUMN note text`],
      down: [`ALTER TABLE ${table} DROP COLUMN note`],
    },
    {
      name: `add_parent_to_${table}`,
      up: [
        `ALTER TABLE ${table} ADD COLUMN parent_id bigint`,
        `ALTER TABLE ${table} ADD CONSTRAINT ${table}_parent FOREIGN KEY (parent_id) REFERENCES table_${Math.max(0, number - 1)} (id)`,
      ],
      down: [`ALTER TABLE ${table} DROP COLUMN parent_id`],
    },
    {
      name: `index_names_of_${table}`,
      up: [`CREATE INDEX ${table}_name_idx ON ${table} (name)`],
      down: [`DROP INDEX ${table}_name_idx`],
    },
    {
      name: `fill_${table}`,
      up: [`INSERT INTO ${table} (name, amount) VALUES ('first', 1), ('second', 2), ('third', 3)`],
      down: [`DELETE FROM ${table} WHERE name IN ('first', 'second', 'third')`],
    },
  ];
}
