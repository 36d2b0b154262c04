import { defineCommand } from '../command.ts';

export const newCommand = defineCommand({
  brief: 'Write an empty migration, to be filled in',
  description:
    'Makes a file with sections for the way up and the way down, and prints its path. In a folder that another tool made, it is what that tool would make.',
  examples: [
    { command: 'plumb new add_priority_to_jobs', does: 'In the migrations of the project' },
    { command: 'plumb new backfill_priority --migrations supabase/migrations', does: 'In another folder' },
  ],
  args: [{ name: 'name', brief: 'What it does, in a few words' }],
  flags: {
    migrations: { kind: 'value', brief: 'The folder of the migrations', placeholder: 'folder' },
  },
  run: async (context, flags, name) => {
    const { newMigration } = await import('../../project/migrations/new-migration.ts');
    const data = await newMigration({ ...context, ...flags, name });
    return { data, text: () => data.files.join('\n'), piped: true };
  },
});
