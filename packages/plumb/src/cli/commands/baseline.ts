import { renderBaselined } from '../../report/migrations/done-text.ts';
import { defineCommand } from '../command.ts';
import { migrationFlags } from '../migration-flags.ts';

export const baseline = defineCommand({
  brief: 'Count migrations as applied without running them',
  description:
    'For a database that has what they do from elsewhere: made by another tool, by hand, or from a dump. Where dbmate, Supabase, golang-migrate, Prisma, Drizzle, Flyway, goose, node-pg-migrate, sql-migrate or Diesel remembers in the database what it applied, exactly that counts as applied. From then on `plumb up` applies what is newer.',
  examples: [
    { command: 'plumb baseline', does: 'Count those as applied that another tool did, or else all' },
    { command: 'plumb baseline --to 20260131120000', does: 'Only up to one, and that one too' },
  ],
  flags: {
    to: {
      kind: 'value',
      brief: 'The last one that the database has; what another tool says, or all, if not given',
      placeholder: 'version',
    },
    ...migrationFlags,
  },
  run: async (context, flags) => {
    const { baselineMigrations } = await import('../../project/migrations/baseline.ts');
    const { tellMigrations } = await import('../tell-migrations.ts');
    const data = await baselineMigrations({ ...context, ...flags, onEvent: tellMigrations(context) });
    return { data, text: (look) => renderBaselined(data, look) };
  },
});
