import type { Migration, Section } from '../migration.ts';
import { sectionsOf } from './sections.ts';

/** The way back as the journal keeps it, so that it is there when the file is gone; null where there is none. */
export function downText({ down }: Migration): string | null {
  return down.length === 0 ? null : down.map(sectionText).join('\n');
}

/** The journal's text as it was in the file. */
export function downSections(version: string, text: string): readonly Section[] {
  return sectionsOf({ name: `${version} in the journal`, text }).down;
}

function sectionText({ mode, backfill, source, start, end }: Section): string {
  const words = mode === 'transaction' ? '' : ` ${mode}`;
  const { table, batch, key } = backfill ?? {};
  const options = backfill === null ? '' : ` table=${table} batch=${batch}${key ? ` key=${key.join(',')}` : ''}`;
  return `-- plumb:down${words}${options}\n${source.text.slice(start, end)}\n`;
}
