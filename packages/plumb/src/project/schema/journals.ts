/** A table in which a tool remembers which migrations it applied. */
interface Journal {
  readonly tool: string;
  readonly name: string;
  /** Columns that tell it from a table of the user's that has the same name. */
  readonly columns: readonly string[];
}

const journals: readonly Journal[] = [
  { tool: 'golang-migrate', name: 'schema_migrations', columns: ['version', 'dirty'] },
  { tool: 'dbmate, Supabase, Rails or Ecto', name: 'schema_migrations', columns: ['version'] },
  { tool: 'Rails', name: 'ar_internal_metadata', columns: ['key', 'value', 'created_at'] },
  { tool: 'Prisma', name: '_prisma_migrations', columns: ['checksum', 'migration_name'] },
  { tool: 'Drizzle', name: '__drizzle_migrations', columns: ['hash', 'created_at'] },
  { tool: 'Flyway', name: 'flyway_schema_history', columns: ['installed_rank', 'checksum'] },
  { tool: 'goose', name: 'goose_db_version', columns: ['version_id', 'is_applied'] },
  { tool: 'node-pg-migrate', name: 'pgmigrations', columns: ['name', 'run_on'] },
  { tool: 'Alembic', name: 'alembic_version', columns: ['version_num'] },
  { tool: 'sql-migrate', name: 'gorp_migrations', columns: ['id', 'applied_at'] },
  { tool: 'Diesel', name: '__diesel_schema_migrations', columns: ['version', 'run_on'] },
  { tool: 'Knex', name: 'knex_migrations', columns: ['batch', 'migration_time'] },
  { tool: 'Knex', name: 'knex_migrations_lock', columns: ['is_locked'] },
  { tool: 'Kysely', name: 'kysely_migration', columns: ['name', 'timestamp'] },
  { tool: 'Kysely', name: 'kysely_migration_lock', columns: ['is_locked'] },
  { tool: 'Sequelize', name: 'SequelizeMeta', columns: ['name'] },
  { tool: 'Django', name: 'django_migrations', columns: ['app', 'applied'] },
  { tool: 'Liquibase', name: 'databasechangelog', columns: ['orderexecuted', 'md5sum'] },
  { tool: 'Liquibase', name: 'databasechangeloglock', columns: ['locked', 'lockedby'] },
];

/** The tool whose journal a table is; null where it is none. */
export function journalOf(name: string, columns: ReadonlySet<string>): string | null {
  const found = journals.find((each) => each.name === name && each.columns.every((column) => columns.has(column)));
  return found?.tool ?? null;
}

/** Before its columns are asked for. */
export function mayBeJournal(name: string): boolean {
  return journals.some((each) => each.name === name);
}
