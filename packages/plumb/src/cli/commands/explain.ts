import { type CommandResult, defineCommand } from '../command.ts';

export const explain = defineCommand({
  brief: 'Show the plan that production would choose for a query, and what makes it slow',
  description:
    'With a profile, plans as production does, on a shadow without rows and without a connection to it. What is found is told with a fix that was planned again: an index, or the query in other words. Of a query with $1, $2 … the plan for any values is shown, beside those for common and rare ones of production.',
  examples: [
    {
      command: 'plumb explain "SELECT * FROM orders WHERE customer_id = 42" --profile profile.json',
      does: 'One query',
    },
    { command: 'plumb explain -f db/queries/orders.sql --profile profile.json', does: 'All queries of a file' },
    { command: 'plumb explain --queries --profile profile.json', does: 'All queries in the code of the project' },
    { command: 'plumb explain "SELECT * FROM orders WHERE state = $1" -p open', does: 'Give values to parameters' },
  ],
  args: [{ name: 'sql', brief: 'The query, or several; - reads them from standard input', optional: true }],
  flags: {
    file: { kind: 'values', brief: 'A file with queries; may be given several times', placeholder: 'path', short: 'f' },
    queries: { kind: 'yes', brief: 'All queries in the code of the project' },
    param: { kind: 'values', brief: 'A value for $1, the next one for $2', placeholder: 'value', short: 'p' },
    profile: { kind: 'value', brief: 'What plumb profile capture wrote', placeholder: 'file' },
    schema: {
      kind: 'value',
      brief: "The schema to plan on; the profile's own, or the project's, if not given",
      placeholder: 'source',
    },
  },
  run: async (context, flags, argument): Promise<CommandResult> => {
    const { sqlSources } = await import('../sql-sources.ts');
    const { explain: explainQueries } = await import('../../project/planning/explain.ts');
    const { explainAnswer } = await import('../explain-answer.ts');
    const isGiven = argument !== undefined || flags.file.length > 0 || !flags.queries;
    const sources = isGiven ? await sqlSources(argument, flags.file, context, 'explain') : [];
    return explainAnswer(await explainQueries({ ...context, ...flags, sources, parameters: flags.param }));
  },
});
