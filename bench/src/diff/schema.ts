/*
 * A schema like that of an application: tables in groups of five. The first of a group has an enum that all five use, a view,
 * a function, a trigger and a policy. Of ten tables each is a first one.
 */

function groupSize(tables: number): number {
  return Math.min(5, Math.max(1, tables / 10));
}

/** The first table of the group that a table is in. */
export function firstOf(table: number, tables: number): number {
  return table - (table % groupSize(tables));
}

/** The tables that a table refers to. */
export function parentsOf(table: number): readonly [parent: number, owner: number] {
  return [Math.max(0, table - 1), Math.floor(table / 2)];
}

/** Scripts that make all of it in an empty database, in parts that keep few locks each. */
export function schemaScripts(tables: number): readonly string[] {
  const statements = Array.from({ length: tables }, (_, table) => tableScript(table, tables));
  const common = `
    CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.updated_at := now();
      RETURN NEW;
    END $$;
  `;
  return [common, ...chunks(statements, 20).map((part) => part.join('\n'))];
}

function tableScript(table: number, tables: number): string {
  const name = `table_${table}`;
  const first = firstOf(table, tables);
  const [parent, owner] = parentsOf(table);
  return `
    ${first === table ? `CREATE TYPE status_${table} AS ENUM ('draft', 'active', 'closed');` : ''}
    CREATE TABLE ${name} (
      id bigint GENERATED ALWAYS AS IDENTITY,
      parent_id bigint,
      owner_id bigint NOT NULL,
      editor_id bigint,
      name text NOT NULL,
      code varchar(40) NOT NULL,
      status status_${first} NOT NULL DEFAULT 'draft',
      amount numeric(12, 2) NOT NULL DEFAULT 0,
      settings jsonb NOT NULL DEFAULT '{}',
      active boolean NOT NULL DEFAULT true,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz,
      CONSTRAINT ${name}_pkey PRIMARY KEY (id),
      CONSTRAINT ${name}_amount CHECK (amount >= 0),
      CONSTRAINT ${name}_parent FOREIGN KEY (parent_id) REFERENCES table_${parent} (id) ON DELETE CASCADE,
      CONSTRAINT ${name}_owner FOREIGN KEY (owner_id) REFERENCES table_${owner} (id)
    );
    COMMENT ON TABLE ${name} IS 'Holds things of kind ${table}';
    COMMENT ON COLUMN ${name}.code IS 'As it is printed';
    CREATE INDEX ${name}_parent_idx ON ${name} (parent_id);
    CREATE UNIQUE INDEX ${name}_code_idx ON ${name} (code);
    CREATE INDEX ${name}_created_idx ON ${name} (created_at DESC, id);
    CREATE INDEX ${name}_active_idx ON ${name} (owner_id) WHERE active;
    ${first === table ? firstScript(name, table) : ''}
  `;
}

function firstScript(name: string, table: number): string {
  return `
    CREATE VIEW view_${table} AS SELECT id, name, amount FROM ${name} WHERE active;
    ${totalFunction(table, 'amount > 0')}
    CREATE TRIGGER ${name}_touch BEFORE UPDATE ON ${name} FOR EACH ROW EXECUTE FUNCTION touch();
    ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;
    CREATE POLICY ${name}_open ON ${name} FOR SELECT USING (active);
  `;
}

export function totalFunction(table: number, condition: string): string {
  return `
    CREATE OR REPLACE FUNCTION total_${table}(owner bigint) RETURNS numeric LANGUAGE sql STABLE AS
      'SELECT coalesce(sum(amount), 0) FROM public.table_${table} WHERE owner_id = owner AND ${condition}';
  `;
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
