import { renderSeeded } from '../../report/migrations/done-text.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import { migrationFlags } from '../migration-flags.ts';

export const seed = defineCommand({
  brief: 'Fill a database with the seeds of the project',
  description:
    'Runs the SQL files of the folder of the seeds in the order of their names, each in a session and a transaction of its own: one that fails leaves nothing behind, and those before it stay. Written so that they may run again, seeds can be run at any time.',
  examples: [
    { command: 'plumb seed', does: 'Run db/seeds, or db/seed' },
    { command: 'plumb seed --seeds db/demo', does: 'Run another folder, or one file' },
    { command: 'plumb seed --url postgres://localhost/app', does: 'In another database' },
  ],
  flags: {
    seeds: { kind: 'value', brief: 'The folder of the seeds, or one file', placeholder: 'folder' },
    allow: { kind: 'values', brief: 'Seed although migrations are pending', placeholder: 'pending' },
    ...migrationFlags,
  },
  run: async (context, flags): Promise<CommandResult> => {
    const { seedDatabase } = await import('../../project/migrations/seed.ts');
    const { tellSeeds } = await import('../tell-migrations.ts');
    const { withFailure } = await import('../with-failure.ts');
    const found = await seedDatabase({ ...context, ...flags, onSeeded: tellSeeds(context) });
    const { database, seeded, ...ending } = found;
    return withFailure({ database, seeded }, ending, () => renderSeeded({ database, done: seeded }));
  },
});
