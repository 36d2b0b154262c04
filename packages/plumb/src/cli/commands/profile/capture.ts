import { defineCommand } from '../../command.ts';

export const profileCapture = defineCommand({
  brief: "Write down what a database's planner knows",
  description:
    'Statistics, sizes, settings and the schema: enough to plan queries elsewhere as this database would, with none of its rows. It only reads, in one short transaction; nothing is installed. Statistics hold values of columns, so treat the file as you would a few rows, or anonymise it.',
  examples: [
    { command: 'plumb profile capture --url postgres://db.example.com/app', does: 'Into profile.json' },
    { command: 'plumb profile capture --out production.json.gz', does: 'Compressed, of the configured database' },
    { command: 'plumb profile capture --anonymize', does: 'To be committed; its key is not' },
  ],
  flags: {
    url: { kind: 'value', brief: 'The database; the configured one if not given', placeholder: 'url' },
    out: { kind: 'value', brief: 'The file; profile.json if not given', placeholder: 'file' },
    anonymize: {
      kind: 'yes',
      brief: 'Put stand-ins in place of values, which only a key in a file beside it brings back',
    },
  },
  run: async (context, flags) => {
    const { captureProjectProfile } = await import('../../../project/planning/profile-capture.ts');
    const { summarizeProfile } = await import('../../../planner/profile/summary.ts');
    const { renderProfile } = await import('../../../report/profile/profile-text.ts');
    const { file, profile, keyFile } = await captureProjectProfile({ ...context, ...flags });
    const summary = summarizeProfile(profile);
    return {
      data: { file, keyFile, ...summary },
      text: (look) =>
        [
          look.good(`Written to ${file}`),
          ...(keyFile === null ? [] : [look.caution(keptOut(keyFile))]),
          `\n${renderProfile(summary, look)}`,
        ].join('\n'),
    };
  },
});

function keptOut(keyFile: string): string {
  return `Its key is in ${keyFile}: keep it out of git (add *.key to .gitignore), and hand it to whoever plans with the profile.`;
}
