import { defineCommand } from '../../command.ts';

export const profileCapture = defineCommand({
  brief: "Write down what a database's planner knows",
  description:
    'Statistics, sizes, settings and the schema: enough to plan queries elsewhere as this database would, with none of its rows. It only reads, in one short transaction; nothing is installed. Statistics hold values of columns, so treat the file as you would a few rows.',
  examples: [
    { command: 'plumb profile capture --url postgres://db.example.com/app', does: 'Into profile.json' },
    { command: 'plumb profile capture --out production.json.gz', does: 'Compressed, of the configured database' },
  ],
  flags: {
    url: { kind: 'value', brief: 'The database; the configured one if not given', placeholder: 'url' },
    out: { kind: 'value', brief: 'The file; profile.json if not given', placeholder: 'file' },
  },
  run: async (context, flags) => {
    const { captureProjectProfile } = await import('../../../project/planning/profile-capture.ts');
    const { summarizeProfile } = await import('../../../planner/profile/summary.ts');
    const { renderProfile } = await import('../../../report/profile/profile-text.ts');
    const { file, profile } = await captureProjectProfile({ ...context, ...flags });
    const summary = summarizeProfile(profile);
    return {
      data: { file, ...summary },
      text: (look) => `${look.good(`Written to ${file}`)}\n\n${renderProfile(summary, look)}`,
    };
  },
});
