import { resolve } from 'node:path';
import { Problem } from '../../contract/problem.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { duration } from '../parsers.ts';

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
    { command: 'plumb explain --plan slow.txt', does: 'Look at a plan that EXPLAIN ANALYZE printed somewhere' },
    { command: 'plumb explain -f slow.sql --analyze --url postgres://…', does: 'Run it there, and roll it back' },
    { command: 'plumb explain -f slow.sql --profile profile.json --format html > plan.html', does: 'Draw it' },
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
    role: {
      kind: 'value',
      brief: 'Plan as this role of the profile: with its settings, and the policies that apply to it',
      placeholder: 'name',
    },
    plan: {
      kind: 'value',
      brief: 'Look at what EXPLAIN printed, as text or JSON; - reads it from standard input',
      placeholder: 'file',
    },
    analyze: { kind: 'yes', brief: 'Run the queries on a server, each in a transaction that is rolled back' },
    url: { kind: 'value', brief: 'The server to run them on', placeholder: 'url' },
    writes: { kind: 'yes', brief: 'Run queries that write, too; they are rolled back' },
    timeout: {
      kind: 'value',
      brief: 'The longest that a query may run; 60s if not given',
      placeholder: 'time',
      parse: duration,
    },
    format: {
      kind: 'choice',
      brief: 'How plans are drawn',
      choices: ['text', 'json', 'html', 'svg', 'mermaid'],
      envelope: 'json',
    },
  },
  run: async (context, flags, argument): Promise<CommandResult> => {
    if (context.json && flags.format !== undefined && flags.format !== 'json') {
      throw new Problem('USAGE', `--json and --format ${flags.format} are two ways to answer.`, {
        hint: 'Leave out one of them.',
      });
    }
    const { explainAnswer } = await import('../explain-answer.ts');
    const { format = 'text' } = flags;
    if (flags.plan !== undefined) {
      const { explainPlan } = await import('../../project/planning/explain-plan.ts');
      const source = await planSource(flags.plan, context);
      return explainAnswer(await explainPlan(source.text, source.name), format);
    }
    const { sqlSources } = await import('../sql-sources.ts');
    const isGiven = argument !== undefined || flags.file.length > 0 || !flags.queries;
    const sources = isGiven ? await sqlSources(argument, flags.file, context, 'explain') : [];
    const request = { ...context, ...flags, sources, parameters: flags.param };
    if (flags.analyze) {
      const { explainOnServer } = await import('../../project/planning/explain-on-server.ts');
      return explainAnswer(await explainOnServer(request), format);
    }
    if (flags.url !== undefined || flags.writes) {
      throw new Problem('USAGE', '--url and --writes are for queries that are run.', { hint: 'Add --analyze.' });
    }
    const { explain: explainQueries } = await import('../../project/planning/explain.ts');
    return explainAnswer(await explainQueries(request), format);
  },
});

async function planSource(
  file: string,
  { cwd, stdin }: Context,
): Promise<{ readonly name: string; readonly text: string }> {
  const { readSqlFile, sqlSource } = await import('../../sql/source.ts');
  return file === '-' ? sqlSource('standard input', await stdin.bytes()) : readSqlFile(file, resolve(cwd, file));
}
