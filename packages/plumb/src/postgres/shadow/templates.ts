import { escapeIdentifier, escapeLiteral } from 'pg';
import { dropDatabase } from './drop-database.ts';
import { templatePrefix } from './names.ts';
import { readSizes } from './read-sizes.ts';
import type { Run } from './run.ts';
import type { TemplateLimits } from './shadow.ts';

export interface Template {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly usedAt: number;
  readonly bytes: number;
}

/** The templates on a server, newest first. When each was used last stands in its comment. */
export async function readTemplates(run: Run): Promise<Template[]> {
  const { rows } = await readSizes<{ name: string; note: string | null; bytes: string }>(
    run,
    `
    SELECT datname AS name,
           shobj_description(oid, 'pg_database') AS note,
           pg_database_size(oid)::text AS bytes
    FROM pg_database
    WHERE starts_with(datname, $1)
      AND pg_has_role(datdba, 'USAGE')
  `,
    [templatePrefix],
  );
  return rows
    .map(({ name, note, bytes }) => ({ name, usedAt: readUsedAt(note), bytes: Number(bytes) }))
    .sort((a, b) => b.usedAt - a.usedAt);
}

/** Writes down that a template is in use. Failing does no harm: another process wrote the same, or dropped the template. */
export async function noteUse(run: Run, name: string): Promise<void> {
  const note = `plumb template, used at ${new Date().toISOString()}`;
  await run(`COMMENT ON DATABASE ${escapeIdentifier(name)} IS ${escapeLiteral(note)}`).catch(() => undefined);
}

function readUsedAt(note: string | null): number {
  const time = Date.parse(note?.split(' used at ')[1] ?? '');
  return Number.isNaN(time) ? 0 : time;
}

/** Drops the templates that were not used for longest, until the others are within the limits. */
export async function dropOldest(run: Run, limits: TemplateLimits, keep: string): Promise<void> {
  const templates = await readTemplates(run);
  let bytes = 0;
  for (const [index, template] of templates.entries()) {
    bytes += template.bytes;
    const within = index < limits.count && bytes <= limits.bytes;
    if (!within && template.name !== keep) await dropDatabase(run, template.name);
  }
}
