import { type CommandResult, defineCommand } from '../command.ts';
import { diffFlags } from '../diff-flags.ts';

export const generate = defineCommand({
  brief: 'Write the migration that leads from the migrations to the schema, proven',
  description:
    'Plans as `plumb diff` does, runs the plan up and down on a shadow, writes it into a new migration with its way back, and prints the path. Where there is nothing to migrate, or no plan, nothing is written and the exit code is 1.',
  examples: [
    { command: 'plumb generate add_priority_to_jobs', does: 'After a change of the schema' },
    {
      command: 'plumb generate rename_name --rename public.users.name=display_name',
      does: 'Say that a column was renamed',
    },
    {
      command: 'plumb generate sync --to "exec:npx drizzle-kit export"',
      does: 'To what another tool exports',
    },
  ],
  args: [{ name: 'name', brief: 'What it does, in a few words' }],
  flags: {
    migrations: { kind: 'value', brief: 'The folder of the migrations', placeholder: 'folder' },
    to: { kind: 'value', brief: 'The schema after; the schema folder if not given', placeholder: 'source' },
    ...diffFlags,
  },
  run: async (context, flags, name): Promise<CommandResult> => {
    const { generateMigration } = await import('../../project/migrations/generate-migration.ts');
    const { diffQuestions } = await import('../ask-diff.ts');
    const { diffData } = await import('../diff-answer.ts');
    const found = await generateMigration({ ...context, ...flags, name, ask: diffQuestions(context) });
    const { written } = found;
    const { data, findings } = diffData(found);
    return {
      data: { ...written, ...data },
      piped: true,
      ok: written !== null,
      findings,
      text: () => written?.files.join('\n') ?? '',
    };
  },
});
