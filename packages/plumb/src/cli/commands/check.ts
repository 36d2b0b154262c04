import type { Finding } from '../../contract/finding.ts';
import { renderCheck } from '../../report/check/check-text.ts';
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
    { command: 'plumb check --all --migrations supabase/migrations', does: 'All migrations of a folder' },
  ],
  args: [
    {
      name: 'files',
      brief: 'Migrations to check; without any, those that git says are new, or the newest',
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
    schema: { kind: 'yes', brief: 'Check the schema that they lead to; without any, that of --base or of the project' },
    last: { kind: 'value', brief: 'Check the newest of the folder', placeholder: 'number', parse: wholeNumber(1) },
    sizes: { kind: 'value', brief: 'The server that says how large the tables are', placeholder: 'url' },
    major: { kind: 'value', brief: "PostgreSQL's major version", placeholder: 'number', parse: wholeNumber(1) },
    timeout: {
      kind: 'value',
      brief: 'The longest that a statement may take; 60s if not given',
      placeholder: 'time',
      parse: duration,
    },
  },
  run: async (context, flags, ...files): Promise<CommandResult> => {
    if (flags.schema && files.length === 0 && !flags.all && flags.last === undefined) {
      const { checkSchema } = await import('../../project/check/check-schema.ts');
      const { findings, ...data } = await checkSchema({ ...context, ...flags });
      return { data, findings, ok: isFine(findings), text: (look) => renderSchemaCheck(data, look) };
    }
    const { checkMigrations } = await import('../../project/check/check-migrations.ts');
    const { findings, ...data } = await checkMigrations({ ...context, ...flags, files });
    return {
      data,
      findings,
      ok: isFine(findings),
      text: (look) => renderCheck(data, look),
    };
  },
});

function isFine(findings: readonly Finding[]): boolean {
  return !findings.some(({ severity }) => severity === 'error');
}
