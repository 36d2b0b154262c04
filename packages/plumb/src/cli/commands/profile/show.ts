import { resolve } from 'node:path';
import { defineCommand } from '../../command.ts';

export const profileShow = defineCommand({
  brief: 'Show what a profile holds',
  examples: [
    { command: 'plumb profile show production.json.gz', does: 'Tables, sizes, settings, and what is missing' },
  ],
  args: [{ name: 'file', brief: 'The profile; profile.json if not given', optional: true }],
  readsConfig: false,
  run: async ({ cwd }, _flags, file = 'profile.json') => {
    const { readProfile } = await import('../../../planner/profile/read-profile.ts');
    const { summarizeProfile } = await import('../../../planner/profile/summary.ts');
    const { renderProfile } = await import('../../../report/profile/profile-text.ts');
    const summary = summarizeProfile(readProfile(resolve(cwd, file), file));
    return { data: summary, text: (look) => renderProfile(summary, look) };
  },
});
