import type { ResetQuestion } from '../../project/migrations/reset.ts';
import { renderReset } from '../../report/migrations/done-text.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import { lockFlags, migrationFlags, paceFlags } from '../migration-flags.ts';
import { shadowFlag } from '../shadow-flag.ts';

export const reset = defineCommand({
  brief: 'Take a development database back to nothing and build it anew',
  description:
    'Drops everything in the database but not the database itself, applies all migrations, and runs the seeds where there are some. Asks first at a terminal. Refuses a database on another machine, and one that holds what no migration makes, unless --force names it. Roles stay: they belong to the whole server.',
  examples: [
    { command: 'plumb reset', does: "The project's database" },
    { command: 'plumb reset --force shop_dev', does: 'Ask nothing: the database is called shop_dev and may go' },
  ],
  flags: {
    force: {
      kind: 'value',
      brief: 'The name of the database, which may be lost whatever is in it',
      placeholder: 'name',
    },
    seeds: { kind: 'value', brief: 'The folder of the seeds, or one file', placeholder: 'folder' },
    ...lockFlags,
    ...paceFlags,
    ...migrationFlags,
    ...shadowFlag,
  },
  run: async (context, flags): Promise<CommandResult> => {
    const { resetDatabase } = await import('../../project/migrations/reset.ts');
    const { tellMigrations, tellSeeds, tellStep } = await import('../tell-migrations.ts');
    const { withFailure } = await import('../with-failure.ts');
    const { askReset } = await import('../ask-reset.ts');
    const found = await resetDatabase({
      ...context,
      ...flags,
      ask: context.interactive ? (question: ResetQuestion) => askReset(context, question) : undefined,
      onEmptied: (milliseconds) => tellStep(context, 'emptied', milliseconds),
      onEvent: tellMigrations(context),
      onSeeded: tellSeeds(context),
    });
    const { database, applied, seeded, ...ending } = found;
    const data = { database, applied, seeded };
    return withFailure(data, ending, (look) => renderReset(data, look));
  },
});
