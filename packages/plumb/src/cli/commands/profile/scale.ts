import { resolve } from 'node:path';
import { defineCommand } from '../../command.ts';

export const profileScale = defineCommand({
  brief: 'Make a profile of the same database with many times as many rows',
  description:
    'To see today which plans will change as tables grow: values stay as frequent as they are, and those of which each row has its own become more.',
  examples: [
    {
      command: 'plumb profile scale 10 --from profile.json --out tenfold.json',
      does: 'Ten times as much of everything',
    },
    { command: 'plumb explain -f queries.sql --profile tenfold.json', does: 'And how it would be planned' },
  ],
  args: [{ name: 'factor', brief: 'How many times as many rows' }],
  flags: {
    from: { kind: 'value', brief: 'The profile; profile.json if not given', placeholder: 'file' },
    out: { kind: 'value', brief: 'The new file; profile-x10.json if not given', placeholder: 'file' },
  },
  readsConfig: false,
  run: async ({ cwd }, { from = 'profile.json', out }, times) => {
    const { Problem } = await import('../../../contract/problem.ts');
    const { copyProfileKey } = await import('../../../planner/anonymity/profile-key.ts');
    const { readProfile } = await import('../../../planner/profile/read-profile.ts');
    const { scaleProfile } = await import('../../../planner/profile/scale-profile.ts');
    const { summarizeProfile } = await import('../../../planner/profile/summary.ts');
    const { writeProfile } = await import('../../../planner/profile/write-profile.ts');
    const { renderProfile } = await import('../../../report/profile/profile-text.ts');
    const factor = Number(times);
    if (!Number.isFinite(factor) || factor <= 0) {
      throw new Problem('USAGE', `${times} is no number of times; give one such as 10 or 0.5.`);
    }
    const profile = scaleProfile(readProfile(resolve(cwd, from), from), factor);
    const file = out ?? `profile-x${factor}.json`;
    writeProfile(resolve(cwd, file), profile);
    if (profile.anonymized !== undefined) copyProfileKey(resolve(cwd, from), resolve(cwd, file));
    const summary = summarizeProfile(profile);
    return {
      data: { file, ...summary },
      text: (look) => `${look.good(`Written to ${file}`)}\n\n${renderProfile(summary, look)}`,
    };
  },
});
