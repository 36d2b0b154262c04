import { renderRepaired } from '../../report/migrations/done-text.ts';
import { defineCommand } from '../command.ts';
import { migrationFlags } from '../migration-flags.ts';

export const repair = defineCommand({
  brief: 'Put right what a database remembers of its migrations',
  description:
    'Runs no migration: it only changes what counts. Without a flag, applied migrations whose files were changed count as applied as they are now. `plumb status` says which repair is needed.',
  examples: [
    { command: 'plumb repair', does: 'Take changed files as they are, where the change has no effect' },
    { command: 'plumb repair --forget 20260131120000', does: 'One that is gone for good was never applied' },
    { command: 'plumb repair --done 20260131120000', does: 'The statement that was cut off did its work' },
    { command: 'plumb repair --again 20260131120000', does: 'It did nothing, and is to run once more' },
  ],
  flags: {
    forget: { kind: 'value', brief: 'Count this one as not applied', placeholder: 'version' },
    done: { kind: 'value', brief: 'Count the statement that was cut off in this one as done', placeholder: 'version' },
    again: { kind: 'value', brief: 'Run the statement that was cut off in this one again', placeholder: 'version' },
    ...migrationFlags,
  },
  run: async (context, flags) => {
    const { repairMigrations } = await import('../../project/migrations/repair.ts');
    const { tellMigrations } = await import('../tell-migrations.ts');
    const data = await repairMigrations({ ...context, ...flags, onEvent: tellMigrations(context) });
    return { data, text: (look) => renderRepaired(data, look) };
  },
});
