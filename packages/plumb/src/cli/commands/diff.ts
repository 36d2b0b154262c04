import { type CommandResult, defineCommand } from '../command.ts';
import { diffFlags } from '../diff-flags.ts';

export const diff = defineCommand({
  brief: 'Write the migration from one schema to another, and prove it',
  description:
    'Runs both on a shadow, compares what PostgreSQL made of them, and prints the SQL that leads from one to the other in forms that let a running application go on. Before it is shown, it is run up and down on a shadow.',
  examples: [
    { command: 'plumb diff', does: 'From the migrations to the schema of the project' },
    {
      command: 'plumb diff --from postgres://localhost/app --to db/schema',
      does: 'From a database to a folder of SQL',
    },
    { command: 'plumb diff --to "exec:npx drizzle-kit export"', does: 'To what another tool exports' },
    { command: 'plumb diff --rename public.users.name=display_name', does: 'Say that a column was renamed' },
    {
      command: 'plumb diff --sizes postgres://db.example.com/app',
      does: 'Change what is large there in steps',
    },
    { command: 'plumb diff --down', does: 'Print the way back instead' },
  ],
  flags: {
    from: { kind: 'value', brief: 'The schema before; the migrations if not given', placeholder: 'source' },
    to: { kind: 'value', brief: 'The schema after; the schema folder if not given', placeholder: 'source' },
    ...diffFlags,
    down: { kind: 'yes', brief: 'Print the way back instead' },
    exitCode: { kind: 'yes', brief: 'Exit with 1 when there is a difference' },
  },
  run: async (context, flags): Promise<CommandResult> => {
    const { diffProject } = await import('../../project/schema/diff-project.ts');
    const { diffAnswer } = await import('../diff-answer.ts');
    const { diffQuestions } = await import('../ask-diff.ts');
    const found = await diffProject({ ...context, ...flags, ask: diffQuestions(context) });
    return diffAnswer(found, flags);
  },
});
