import { Problem } from '../../contract/problem.ts';
import { printable } from '../../report/printable.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import { duration } from '../parsers.ts';

const rowsInTable = 1000;

export const sql = defineCommand({
  brief: "Run SQL on the project's database",
  description:
    'Takes SQL from an argument, from files or from standard input, and runs it statement by statement up to the first error. Each statement is a transaction of its own, unless the SQL says BEGIN.',
  examples: [
    { command: 'plumb sql "select now()"', does: 'Run a query' },
    { command: 'plumb sql -f db/seed.sql', does: 'Run a file' },
    {
      command: 'plumb sql --shadow -f schema.sql',
      does: 'Try a file on a fresh database, which is dropped afterwards',
    },
    { command: 'plumb sql "table posts" --format csv', does: 'Write rows as CSV' },
    { command: 'plumb sql "select $1::int + 1" -p 41', does: 'Give values to parameters' },
    { command: 'plumb sql -1 -f one.sql -f two.sql', does: 'Run two files, all or nothing' },
  ],
  args: [{ name: 'sql', brief: 'The SQL; - reads it from standard input', optional: true }],
  flags: {
    file: { kind: 'values', brief: 'A file with SQL; may be given several times', placeholder: 'path', short: 'f' },
    param: {
      kind: 'values',
      brief: 'A value for $1, the next one for $2; of a single statement',
      placeholder: 'value',
      short: 'p',
    },
    format: {
      kind: 'choice',
      brief: 'How rows are printed; csv and json are bare rows',
      choices: ['table', 'csv', 'json'],
    },
    all: { kind: 'yes', brief: `Print all rows of a table, not only the first ${rowsInTable}` },
    shadow: { kind: 'yes', brief: 'Run it on a fresh shadow database, which is dropped afterwards' },
    url: { kind: 'value', brief: 'The server to run it on', placeholder: 'url' },
    database: { kind: 'value', brief: 'Another database on the same server', placeholder: 'name', short: 'd' },
    singleTransaction: { kind: 'yes', brief: 'All or nothing, in one transaction', short: '1' },
    timeout: {
      kind: 'value',
      brief: 'The longest that one statement may take, such as 30s',
      placeholder: 'time',
      parse: duration,
    },
  },
  run: async (context, flags, argument): Promise<CommandResult> => {
    if (context.json && flags.format !== undefined) {
      throw new Problem('USAGE', '--json and --format are two ways to print the rows.', {
        hint: 'Choose one of them.',
      });
    }
    const { openSqlTarget } = await import('../../project/run-sql/sql-target.ts');
    const { runSql } = await import('../../project/run-sql/run-sql.ts');
    const { answerSql, rowsFor } = await import('../sql-answer.ts');
    const { sqlSources } = await import('../sql-sources.ts');
    const sources = await sqlSources(argument, flags.file, context, 'sql');
    const rows = rowsFor(
      flags.format ?? 'table',
      flags.all || context.json ? Number.POSITIVE_INFINITY : rowsInTable,
      context.write,
    );
    const { signal, progress } = context;
    const onWarning = context.warn;
    await using target = await openSqlTarget({ ...context, ...flags, sources, onWarning });
    const run = await runSql({
      sources,
      connect: target.connect,
      singleTransaction: flags.singleTransaction,
      values: flags.param,
      statementTimeout: flags.timeout,
      read: rows.read,
      signal,
      progress,
      onWarning,
      onNotice: ({ severity, message, detail, hint }) => {
        const more = [
          ['DETAIL', detail],
          ['HINT', hint],
        ].flatMap(([label, text]) => (text ? [`${label}: ${text}`] : []));
        context.note(
          [`${severity}: ${message}`, ...more].flatMap((text) => text.split('\n').map(printable)).join('\n'),
        );
      },
    });
    return answerSql(run, rows.kept);
  },
});
