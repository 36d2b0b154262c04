import type { Finding } from '../../contract/finding.ts';
import type { CheckRequest } from '../../project/check/check-migrations.ts';
import type { QueriesRequest } from '../../project/check/check-queries.ts';
import { isCode } from '../../project/check/is-code.ts';
import { renderCheck } from '../../report/check/check-text.ts';
import { renderQueryCheck } from '../../report/check/query-check-text.ts';
import { renderSchemaCheck } from '../../report/check/schema-check-text.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import { duration, wholeNumber } from '../parsers.ts';

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
    queries: { kind: 'yes', brief: 'The files hold queries of the application; those in TypeScript always do' },
    schema: { kind: 'yes', brief: 'Check the schema that they lead to; without any, that of --base or of the project' },
    last: { kind: 'value', brief: 'Check the newest of the folder', placeholder: 'number', parse: wholeNumber(1) },
    sizes: { kind: 'value', brief: 'The server that says how large the tables are', placeholder: 'url' },
    major: { kind: 'value', brief: "PostgreSQL's major version", placeholder: 'number', parse: wholeNumber(1) },
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
  },
  run: async (context, flags, ...given): Promise<CommandResult> => {
    const files = given.filter((file) => !flags.queries && !isCode(file));
    const workload = given.filter((file) => !files.includes(file));
    const request = { ...context, ...flags };
    const queries = workload.length === 0 ? null : await checkedQueries({ ...request, files: workload, after: files });
    const isOnlySchema = flags.schema && files.length === 0 && !flags.all && flags.last === undefined;
    if (queries !== null && files.length === 0 && !flags.schema) return queries;
    const rest = isOnlySchema ? await checkedSchema(request) : await checkedMigrations({ ...request, files });
    return queries === null ? rest : both(rest, queries);
  },
});

interface Checked extends CommandResult {
  readonly data: object;
  readonly findings: readonly Finding[];
}

async function checkedQueries(request: QueriesRequest): Promise<Checked> {
  const { checkQueries } = await import('../../project/check/check-queries.ts');
  const { findings, ...data } = await checkQueries(request);
  return { data, findings, ok: isFine(findings), text: (look) => renderQueryCheck(data, look) };
}

async function checkedSchema(request: Omit<CheckRequest, 'files'>): Promise<Checked> {
  const { checkSchema } = await import('../../project/check/check-schema.ts');
  const { findings, ...data } = await checkSchema(request);
  return { data, findings, ok: isFine(findings), text: (look) => renderSchemaCheck(data, look) };
}

async function checkedMigrations(request: CheckRequest): Promise<Checked> {
  const { checkMigrations } = await import('../../project/check/check-migrations.ts');
  const { findings, ...data } = await checkMigrations(request);
  return { data, findings, ok: isFine(findings), text: (look) => renderCheck(data, look) };
}

function both(first: Checked, queries: Checked): CommandResult {
  const findings = [...first.findings, ...queries.findings];
  return {
    data: { ...first.data, queries: queries.data },
    findings,
    ok: isFine(findings),
    text: (look) => `${first.text(look)}\n${queries.text(look)}`,
  };
}

function isFine(findings: readonly Finding[]): boolean {
  return !findings.some(({ severity }) => severity === 'error');
}
