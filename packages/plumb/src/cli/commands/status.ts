import { renderStatus } from '../../report/migrations/status-text.ts';
import { defineCommand } from '../command.ts';
import { migrationFlags } from '../migration-flags.ts';

export const status = defineCommand({
  brief: 'Show which migrations a database has, and what is wrong with them',
  description:
    'Changes nothing. Exit code 0 when all is in order, also while migrations are pending; 1 when there is a finding: an applied migration was changed or has no file, one came in out of order, one is half done.',
  examples: [
    { command: 'plumb status', does: 'Show what is applied and what is pending' },
    { command: 'plumb status --url postgres://db.example.com/app', does: 'Of another database' },
    { command: 'plumb status --json', does: 'For programs' },
  ],
  flags: migrationFlags,
  run: async (context, flags) => {
    const { readMigrationStatus } = await import('../../project/migrations/status.ts');
    const { findings, ...data } = await readMigrationStatus({ ...context, ...flags });
    return { data, findings, ok: findings.length === 0, text: (look) => renderStatus(data, look) };
  },
});
