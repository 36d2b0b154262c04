import { Problem } from '../../contract/problem.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import { duration, wholeNumber } from '../parsers.ts';
import { shadowFlag } from '../shadow-flag.ts';

export const check = defineCommand({
  brief: 'Rehearse migrations on a shadow, and say what they would do',
  description:
    'Runs what is pending statement by statement on a shadow in the state before it, and watches: which locks each statement takes, what it reads and rewrites, whom it keeps waiting. Then it takes the migrations back, looks whether all is as it was, and applies them again.',
  examples: [
    { command: 'plumb check', does: 'What git says is new, or else the newest migration of the project' },
    {
      command: 'plumb check db/migrations/20260131120000_orders.sql',
      does: 'One migration, on top of those before it',
    },
    { command: 'plumb check change.sql --base postgres://localhost/app', does: 'A file, on top of a database' },
    {
      command: 'plumb check --sizes postgres://db.example.com/app',
      does: 'Estimate times from the sizes of its tables',
    },
    { command: 'plumb check --schema', does: 'The schema that the migrations lead to: keys, indexes, types, rights' },
    { command: 'plumb check src/orders.ts --base db/schema', does: 'The queries in code, against a schema' },
    {
      command: 'plumb check --since origin/main',
      does: 'What a branch changes: its migrations, and its queries in code',
    },
    { command: 'plumb check --format github --output check.md', does: 'Annotations, and a comment for a pull request' },
    {
      command: 'plumb check change.sql --base db/schema --url postgres://db.example.com/app',
      does: 'Also which queries of a server it breaks',
    },
    { command: 'plumb check --profile profile.json', does: 'Also which queries get another plan in production' },
    { command: 'plumb check change.sql --static', does: 'What the text alone says, in a moment and without a server' },
    { command: 'plumb check --all --migrations supabase/migrations', does: 'All migrations of a folder' },
  ],
  args: [
    {
      name: 'files',
      brief: 'Migrations to check, or code with queries; without any, what git says is new, or the newest migration',
      many: true,
    },
  ],
  flags: {
    base: {
      kind: 'value',
      brief: 'The schema before them; the migrations before them if not given',
      placeholder: 'source',
    },
    migrations: { kind: 'value', brief: 'The folder of the migrations', placeholder: 'folder' },
    all: { kind: 'yes', brief: 'Check all migrations of the folder' },
    static: { kind: 'yes', brief: 'Judge migrations and queries by their text alone: at once, without a server' },
    queries: { kind: 'yes', brief: 'The files hold queries of the application; those in TypeScript always do' },
    schema: { kind: 'yes', brief: 'Check the schema that they lead to; without any, that of --base or of the project' },
    since: {
      kind: 'value',
      brief: 'Check what is new or changed since a commit: migrations, and queries in code',
      placeholder: 'git ref',
    },
    last: { kind: 'value', brief: 'Check the newest of the folder', placeholder: 'number', parse: wholeNumber(1) },
    url: {
      kind: 'value',
      brief:
        'The server whose queries are checked, as pg_stat_statements has them; against its own schema if no other is given',
      placeholder: 'url',
    },
    profile: {
      kind: 'value',
      brief: 'What plumb profile capture wrote: plan the queries of the code before and after',
      placeholder: 'file',
    },
    role: { kind: 'value', brief: 'Plan them as this role of the profile', placeholder: 'name' },
    sizes: { kind: 'value', brief: 'The server that says how large the tables are', placeholder: 'url' },
    major: { kind: 'value', brief: "PostgreSQL's major version", placeholder: 'number', parse: wholeNumber(1) },
    ...shadowFlag,
    timeZone: {
      kind: 'value',
      brief: "Production's; that of the server of --sizes, or UTC, if not given",
      placeholder: 'name',
    },
    timeout: {
      kind: 'value',
      brief: 'The longest that a statement may take; 60s if not given',
      placeholder: 'time',
      parse: duration,
    },
    format: {
      kind: 'choice',
      brief: 'How to answer: for people, or for the systems that show it',
      choices: ['text', 'json', 'sarif', 'github', 'gitlab', 'markdown'],
      envelope: 'json',
    },
    output: {
      kind: 'values',
      brief: 'Write the answer into a file, too: .md, .sarif or .json; may be given several times',
      placeholder: 'file',
    },
    failOn: {
      kind: 'choice',
      brief: 'The findings for which the exit code is 1; errors if not given',
      choices: ['error', 'warning', 'never'],
    },
    writeBaseline: {
      kind: 'yes',
      brief: 'Keep what is found in plumb-baseline.json, so that only what is new is told',
    },
    watch: { kind: 'yes', brief: 'Check again whenever migrations, the schema or queries change' },
  },
  run: async (context, flags, ...files): Promise<CommandResult> => {
    if (context.json && flags.format !== undefined && flags.format !== 'json') {
      throw new Problem('USAGE', `--json and --format ${flags.format} are two ways to answer.`, {
        hint: 'Leave out one of them, or let --output write the other into a file.',
      });
    }
    const { checkAnswer } = await import('../check-answer.ts');
    const { checkFile } = await import('../check-files.ts');
    const { format = 'text', failOn = 'error' } = flags;
    const face = { format, failOn, files: flags.output.map((name) => checkFile(name, context.cwd)) };
    const request = { ...context, ...flags, files };
    if (!flags.watch) return checkAnswer(request, face);
    const { watchCheck } = await import('../watch-check.ts');
    return watchCheck(request, face, context);
  },
});
