import { renderAppliedAll } from '../../report/migrations/done-text.ts';
import { renderPlanned } from '../../report/migrations/planned-text.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import { lockFlags, migrationFlags, paceFlags } from '../migration-flags.ts';

export const up = defineCommand({
  brief: 'Apply the migrations that a database lacks',
  description:
    'As the only deployer: others wait, and then find nothing to do. No statement waits long for a lock, so that the application never queues behind it. What is interrupted at any point goes on with the next run.',
  examples: [
    { command: 'plumb up', does: 'Apply all that are pending' },
    { command: 'plumb up --dry-run', does: 'Show what would run, and change nothing' },
    { command: 'plumb up --to 20260131120000', does: 'Apply up to one, and that one too' },
    { command: 'plumb up --url postgres://db.example.com/app', does: 'On another database' },
    { command: 'plumb up --lock-timeout 500ms', does: 'Give way sooner where locks are not free' },
    { command: 'plumb up --pace 25%', does: 'Leave three quarters of the time to others while a backfill runs' },
  ],
  flags: {
    to: { kind: 'value', brief: 'The last one to apply; the beginning of its name is enough', placeholder: 'version' },
    dryRun: { kind: 'yes', brief: 'Show what would run, and change nothing' },
    allow: {
      kind: 'values',
      brief: 'Go on although applied migrations were changed, or are missing',
      placeholder: 'changed|missing',
    },
    ...lockFlags,
    ...paceFlags,
    ...migrationFlags,
  },
  run: async (context, flags): Promise<CommandResult> => {
    const { applyMigrations, planApplication } = await import('../../project/migrations/apply.ts');
    const { tellMigrations } = await import('../tell-migrations.ts');
    const { withFailure } = await import('../with-failure.ts');
    if (flags.dryRun) {
      const { database, planned, ...ending } = await planApplication({ ...context, ...flags });
      return withFailure({ database, planned }, ending, (look) => renderPlanned(planned, database, look));
    }
    const { files, ...found } = await applyMigrations({ ...context, ...flags, onEvent: tellMigrations(context) });
    const { database, applied, ...ending } = found;
    const shown = { database, done: applied, files };
    return withFailure({ database, applied }, ending, (look) => renderAppliedAll(shown, look));
  },
});
