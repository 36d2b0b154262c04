import { renderFixEnding, renderFixes } from '../../report/fixes-text.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import { duration, wholeNumber } from '../parsers.ts';
import { shadowFlag } from '../shadow-flag.ts';

export const fix = defineCommand({
  brief: 'Rewrite what plumb check finds in pending migrations, where it knows how',
  description:
    'Takes up the SQL that findings give instead, shows what would change, and writes it when it is told to. Each fix is rehearsed: it stays only where the finding is gone, no other came, and the schema is the same. Migrations that the database has already are never changed.',
  examples: [
    { command: 'plumb fix', does: 'What git says is new, or else the newest migration of the project' },
    { command: 'plumb fix --write', does: 'The same, without a question' },
    { command: 'plumb fix db/migrations/20260131120000_orders.sql', does: 'One migration' },
    { command: 'plumb fix change.sql --base db/schema --write', does: 'A file, on top of a schema' },
  ],
  args: [{ name: 'files', brief: 'Migrations to fix; without any, those that plumb check looks at', many: true }],
  flags: {
    write: { kind: 'yes', brief: 'Write the files' },
    base: {
      kind: 'value',
      brief: 'The schema before them, which says that none is applied; the migrations before them if not given',
      placeholder: 'source',
    },
    url: { kind: 'value', brief: 'The database that says what is applied', placeholder: 'url' },
    migrations: { kind: 'value', brief: 'The folder of the migrations', placeholder: 'folder' },
    all: { kind: 'yes', brief: 'Fix all migrations of the folder that are not applied' },
    last: { kind: 'value', brief: 'Fix the newest of the folder', placeholder: 'number', parse: wholeNumber(1) },
    sizes: { kind: 'value', brief: 'The server that says how large the tables are', placeholder: 'url' },
    major: { kind: 'value', brief: "PostgreSQL's major version", placeholder: 'number', parse: wholeNumber(1) },
    ...shadowFlag,
    timeout: {
      kind: 'value',
      brief: 'The longest that a statement may take; 60s if not given',
      placeholder: 'time',
      parse: duration,
    },
  },
  run: async (context, { write, ...flags }, ...files): Promise<CommandResult> => {
    const { fixMigrations, writeFixes } = await import('../../project/fix/fix-migrations.ts');
    const found = await fixMigrations({ ...context, ...flags, files, schema: false });
    const asks = context.interactive && !context.json && !write && found.files.length > 0;
    if (asks) {
      context.pauseProgress();
      context.note(renderFixes(found, context.look));
    }
    const written = found.files.length > 0 && (write || (asks && (await agreed(context))));
    if (written) writeFixes(found.files, context.cwd);
    return {
      data: { ...found, written },
      text: (look) =>
        [asks ? '' : renderFixes(found, look), renderFixEnding(found, written, look)].filter(Boolean).join('\n\n'),
    };
  },
});

async function agreed({ questions, signal }: Parameters<typeof fix.run>[0]): Promise<boolean> {
  const { confirm, isCancel } = await import('@clack/prompts');
  const answer = await confirm({ ...questions, signal, message: 'Write it?' });
  return !isCancel(answer) && answer;
}
