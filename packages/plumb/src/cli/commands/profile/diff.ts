import { resolve } from 'node:path';
import { defineCommand } from '../../command.ts';

export const profileDiff = defineCommand({
  brief: 'Show what grew and what changed between two profiles',
  examples: [{ command: 'plumb profile diff january.json march.json', does: 'Tables, settings and indexes' }],
  args: [
    { name: 'before', brief: 'The older profile' },
    { name: 'after', brief: 'The newer profile' },
  ],
  readsConfig: false,
  run: async ({ cwd }, _flags, before, after) => {
    const { readProfile } = await import('../../../planner/profile/read-profile.ts');
    const { compareProfiles } = await import('../../../planner/profile/compare-profiles.ts');
    const { renderComparison } = await import('../../../report/profile/comparison-text.ts');
    const data = compareProfiles(readProfile(resolve(cwd, before), before), readProfile(resolve(cwd, after), after));
    return { data, text: (look) => renderComparison(data, look) };
  },
});
