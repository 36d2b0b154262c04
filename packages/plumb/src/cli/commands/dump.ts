import { defineCommand } from '../command.ts';
import { wholeNumber } from '../parsers.ts';
import { shadowFlag } from '../shadow-flag.ts';

export const dump = defineCommand({
  brief: 'Print a whole schema as readable SQL',
  description:
    'Without rows, in an order that loads into an empty database. The SQL is loaded once on a shadow, to see that it gives the same schema.',
  examples: [
    { command: 'plumb dump', does: "The project's schema folder, as PostgreSQL understands it" },
    { command: 'plumb dump --from postgres://localhost/app', does: 'The schema of a database' },
  ],
  flags: {
    from: { kind: 'value', brief: 'The schema to print; the schema folder if not given', placeholder: 'source' },
    major: { kind: 'value', brief: "PostgreSQL's major version", placeholder: 'number', parse: wholeNumber(1) },
    ...shadowFlag,
  },
  run: async (context, flags) => {
    const { dumpProject } = await import('../../project/schema/dump-project.ts');
    const { from, sql, doubt, findings } = await dumpProject({ ...context, ...flags });
    return { data: { from, sql }, text: () => sql, findings, piped: true, ok: doubt === null };
  },
});
