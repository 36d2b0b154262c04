import { plainNumber } from '../files/version-order.ts';

/** How another tool remembers in a database which migrations it applied. */
export interface OtherTool {
  readonly name: string;
  readonly table: string;
  /** Columns that tell it from a table of the user's that has the same name. */
  readonly columns: readonly string[];
  /**
   * SQL that selects out of `journal` each applied migration as `key`, whether it was left half done as `broken`, and as
   * `up_to` whether all before it are applied, too.
   */
  readonly rows: string;
  /** Out of its key, and of a version of ours, what is the same in both. */
  readonly keyOf: (text: string) => string;
  /** Whether it knows a migration by its text and not by its name. */
  readonly byText?: true;
}

/** Of two that fit a table, the first is it. */
export const otherTools: readonly OtherTool[] = [
  {
    name: 'golang-migrate',
    table: 'schema_migrations',
    columns: ['version', 'dirty'],
    rows: 'SELECT version::text AS key, dirty AS broken, true AS up_to FROM journal',
    keyOf: number,
  },
  {
    name: 'dbmate or Supabase',
    table: 'schema_migrations',
    columns: ['version'],
    rows: 'SELECT version::text AS key, false AS broken, false AS up_to FROM journal',
    keyOf: number,
  },
  {
    name: 'Prisma',
    table: '_prisma_migrations',
    columns: ['migration_name', 'finished_at', 'rolled_back_at'],
    rows: `SELECT migration_name AS key, bool_and(finished_at IS NULL) AS broken, false AS up_to
      FROM journal WHERE rolled_back_at IS NULL GROUP BY migration_name`,
    keyOf: same,
  },
  {
    name: 'Drizzle',
    table: '__drizzle_migrations',
    columns: ['hash', 'created_at'],
    rows: 'SELECT hash AS key, false AS broken, false AS up_to FROM journal',
    keyOf: same,
    byText: true,
  },
  {
    name: 'Flyway',
    table: 'flyway_schema_history',
    columns: ['installed_rank', 'script', 'success', 'type'],
    rows: `SELECT coalesce(version, script) AS key, NOT success AS broken, type = 'BASELINE' AS up_to FROM (
        SELECT DISTINCT ON (coalesce(version, description)) * FROM journal WHERE type <> 'SCHEMA'
        ORDER BY coalesce(version, description), installed_rank DESC
      ) AS last WHERE type NOT LIKE 'UNDO%' AND type <> 'DELETE'`,
    keyOf: (text) => {
      const [, version] = /^V?(\d+(?:[._]\d+)*)/i.exec(text) ?? [];
      if (version === undefined) return withoutExtension(text);
      return version.split(/[._]/).map(plainNumber).join('.').replace(/\.+$/, '');
    },
  },
  {
    name: 'goose',
    table: 'goose_db_version',
    columns: ['version_id', 'is_applied'],
    rows: `SELECT version_id::text AS key, false AS broken, false AS up_to FROM (
        SELECT DISTINCT ON (version_id) * FROM journal WHERE version_id <> 0 ORDER BY version_id, id DESC
      ) AS last WHERE is_applied`,
    keyOf: number,
  },
  {
    name: 'node-pg-migrate',
    table: 'pgmigrations',
    columns: ['name', 'run_on'],
    rows: 'SELECT name AS key, false AS broken, false AS up_to FROM journal',
    keyOf: same,
  },
  {
    name: 'sql-migrate',
    table: 'gorp_migrations',
    columns: ['id', 'applied_at'],
    rows: 'SELECT id AS key, false AS broken, false AS up_to FROM journal',
    keyOf: withoutExtension,
  },
  {
    name: 'Diesel',
    table: '__diesel_schema_migrations',
    columns: ['version', 'run_on'],
    rows: 'SELECT version::text AS key, false AS broken, false AS up_to FROM journal',
    keyOf: (text) => /^[\d-]*/.exec(text)?.[0].replaceAll('-', '') ?? '',
  },
];

function same(text: string): string {
  return text;
}

function number(text: string): string {
  return plainNumber(/^\d+/.exec(text)?.[0]);
}

/** Of its script, the name without its folder. */
function withoutExtension(text: string): string {
  return text.replace(/^.*\//, '').replace(/\.sql$/i, '');
}
