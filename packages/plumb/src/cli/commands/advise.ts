import { renderAdvice } from '../../report/advice/advice-text.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import { duration, size, wholeNumber } from '../parsers.ts';

export const advise = defineCommand({
  brief: 'Say which indexes make queries cheapest in production, and which can go',
  description:
    'Without --workload and --queries, the statements that production was busiest with are meant. Tries indexes on shadows that plan as production does, until none makes the workload as a whole cheaper: what writing costs is counted, and what is there already. Nothing is run in production. Ctrl-C ends the search with the best that it has found.',
  examples: [
    { command: 'plumb advise --workload queries.sql --profile profile.json', does: 'For the queries of a file' },
    { command: 'plumb advise --queries --profile profile.json', does: 'For the queries in the code of the project' },
    { command: 'plumb advise --url postgres://db.example.com/app', does: 'For what a server was busy with' },
    {
      command: 'plumb advise --queries --budget 5GB --max-indexes 8',
      does: 'With 8 indexes at most, of 5 GB together',
    },
    { command: 'plumb advise --queries --write', does: 'Write the migration that makes them' },
  ],
  flags: {
    workload: {
      kind: 'values',
      brief: 'A file with queries, as SQL, or as JSON or CSV with calls; may be given several times',
      placeholder: 'file',
    },
    queries: { kind: 'yes', brief: 'The queries in the code of the project' },
    profile: {
      kind: 'value',
      brief: 'What plumb profile capture wrote; profile.json if there is one',
      placeholder: 'file',
    },
    url: { kind: 'value', brief: 'A database to take the profile of, in place of a file', placeholder: 'url' },
    schema: { kind: 'value', brief: "The schema; the profile's own if not given", placeholder: 'source' },
    budget: { kind: 'value', brief: 'The room for all indexes together: 500MB, 5GB', placeholder: 'size', parse: size },
    maxIndexes: { kind: 'value', brief: 'As many indexes at most', placeholder: 'number', parse: wholeNumber(1) },
    time: {
      kind: 'value',
      brief: 'After that time, the best until then is the answer; 25s if not given',
      placeholder: 'time',
      parse: duration,
    },
    write: { kind: 'yes', brief: 'Write a migration that makes the indexes and drops redundant ones' },
    migrations: { kind: 'value', brief: 'The folder of the migrations', placeholder: 'folder' },
  },
  run: async (context, flags): Promise<CommandResult> => {
    const { advise: adviseProject } = await import('../../project/advise/advise.ts');
    const { findings, ...data } = await adviseProject({ ...context, ...flags });
    return { data, findings, standsInterrupted: true, text: (look) => renderAdvice(data, look) };
  },
});
