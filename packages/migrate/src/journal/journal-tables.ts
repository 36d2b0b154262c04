/** The journal lies in the database that it tells of, so that a migration and its record commit together. */
export const journalTables = `
CREATE TABLE IF NOT EXISTS plumb.migrations (
  version text PRIMARY KEY,
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  checksum text NOT NULL,
  state text NOT NULL CHECK (state IN ('applying', 'applied', 'reverting')),
  down text,
  applied_by text NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE TABLE IF NOT EXISTS plumb.migration_units (
  version text NOT NULL REFERENCES plumb.migrations ON UPDATE CASCADE ON DELETE CASCADE,
  direction text NOT NULL CHECK (direction IN ('up', 'down')),
  number integer NOT NULL,
  mode text NOT NULL,
  checksum text NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'done')),
  memory jsonb,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (version, direction, number)
);
COMMENT ON TABLE plumb.migrations IS 'Applied migrations, with the SQL that takes each back';
COMMENT ON TABLE plumb.migration_units IS 'How far each migration came: what commits together is a unit';
CREATE TABLE IF NOT EXISTS plumb.migration_lease (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  token bigint NOT NULL,
  holder text NOT NULL,
  held_until timestamptz NOT NULL
);
INSERT INTO plumb.migration_lease (token, holder, held_until) VALUES (0, '', '-infinity') ON CONFLICT DO NOTHING;
COMMENT ON TABLE plumb.migration_lease IS 'Who migrates, behind a pooler where a session can''t hold a lock';`;

/** Apart, since even IF NOT EXISTS needs the right to make one: it may have been made for a role that hasn't. */
export const journalSchema = `
CREATE SCHEMA IF NOT EXISTS plumb;
COMMENT ON SCHEMA plumb IS 'What pgplumb remembers of this database: its applied migrations';`;
