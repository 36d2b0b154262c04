import { type CommandResult, defineCommand } from '../command.ts';
import { diffFlags } from '../diff-flags.ts';
import { migrationFlags } from '../migration-flags.ts';
import { shadowFlag } from '../shadow-flag.ts';

export const drift = defineCommand({
  brief: 'Show what a database has that its migrations do not say',
  description:
    'Compares the database with the migrations that its journal says are applied, and prints the SQL that leads from them to the database: what somebody did by hand. Changes nothing. Exit code 0 without drift, 1 with.',
  examples: [
    { command: 'plumb drift', does: "Of the project's database" },
    { command: 'plumb drift --url postgres://db.example.com/app', does: 'Of another database' },
    { command: 'plumb drift --undo', does: 'Print the SQL that takes it back' },
  ],
  flags: {
    ...migrationFlags,
    ...shadowFlag,
    undo: { kind: 'yes', brief: 'Print the SQL that makes the database as its migrations say' },
    rename: diffFlags.rename,
    plain: diffFlags.plain,
  },
  run: async (context, flags): Promise<CommandResult> => {
    const { findDrift } = await import('../../project/migrations/drift.ts');
    const { migrationOf } = await import('../../project/schema/migration-of.ts');
    const { refusalData } = await import('../../project/schema/refusal-data.ts');
    const found = await findDrift({ ...context, ...flags });
    const { database, folder, applied, postgres, refusal } = found;
    const { findings, equal, up, down, steps, downSteps } = migrationOf(found);
    return {
      data: {
        database,
        folder,
        applied,
        postgres,
        drift: !equal,
        refusal: refusal === null ? null : refusalData(refusal),
        sql: up,
        undo: down,
        steps,
        undoSteps: downSteps,
      },
      piped: true,
      ok: equal,
      findings,
      text: () => {
        if (refusal !== null) return '';
        if (equal) return `-- ${database} is as its applied migrations in ${folder} say.`;
        return flags.undo ? down : up;
      },
    };
  },
});
