import { renderRedone } from '../../report/migrations/done-text.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import { lockFlags, migrationFlags, paceFlags } from '../migration-flags.ts';

export const redo = defineCommand({
  brief: 'Take the last migration back and apply it again',
  description:
    'For a migration that you are still working on: it is taken back with the SQL that the database kept, and applied as its file is now. With a version, that one and all that were applied after it.',
  examples: [
    { command: 'plumb redo', does: 'The last one' },
    { command: 'plumb redo 20260131120000', does: 'One, and all that came after it' },
  ],
  args: [{ name: 'version', brief: 'The first one; the beginning of its name is enough', optional: true }],
  flags: { ...lockFlags, ...paceFlags, ...migrationFlags },
  run: async (context, flags, version): Promise<CommandResult> => {
    const { redoMigrations } = await import('../../project/migrations/redo.ts');
    const { tellMigrations } = await import('../tell-migrations.ts');
    const { withFailure } = await import('../with-failure.ts');
    const found = await redoMigrations({ ...context, ...flags, version, onEvent: tellMigrations(context) });
    const { database, rolledBack, applied, ...ending } = found;
    const data = { database, rolledBack, applied };
    return withFailure(data, ending, () => renderRedone({ database, done: applied }));
  },
});
