import { renderTakenBack } from '../../report/migrations/done-text.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import { lockFlags, migrationFlags, paceFlags } from '../migration-flags.ts';
import { wholeNumber } from '../parsers.ts';

export const down = defineCommand({
  brief: 'Take applied migrations back',
  description:
    'The last applied first, with the SQL that the database kept when they were applied, so that it works without their files. Nothing is taken back where one of them has no way back.',
  examples: [
    { command: 'plumb down', does: 'Take the last one back' },
    { command: 'plumb down --steps 3', does: 'Take the last three back' },
    { command: 'plumb down --to 20260131120000', does: 'Take back all that came after one' },
    { command: 'plumb down --to 0', does: 'Go all the way' },
  ],
  flags: {
    steps: { kind: 'value', brief: 'How many; one if not given', placeholder: 'number', parse: wholeNumber(1) },
    to: { kind: 'value', brief: 'The one that stays the last; 0 takes all back', placeholder: 'version' },
    ...lockFlags,
    ...paceFlags,
    ...migrationFlags,
  },
  run: async (context, flags): Promise<CommandResult> => {
    const { rollBackMigrations } = await import('../../project/migrations/roll-back.ts');
    const { tellMigrations } = await import('../tell-migrations.ts');
    const { withFailure } = await import('../with-failure.ts');
    const found = await rollBackMigrations({ ...context, ...flags, onEvent: tellMigrations(context) });
    const { database, rolledBack, ...ending } = found;
    return withFailure({ database, rolledBack }, ending, () => renderTakenBack({ database, done: rolledBack }));
  },
});
