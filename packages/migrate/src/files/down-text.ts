import type { Migration, Section } from '../contract/migration.ts';
import { sectionText } from './migration-text.ts';
import { sectionsOf } from './sections.ts';

/** The way back as the journal keeps it, so that it is there when the file is gone; null where there is none. */
export function downText({ down, reversible }: Migration): string | null {
  return reversible ? down.map(written).join('\n') : null;
}

/** The journal's text as it was in the file. */
export function downSections(version: string, text: string): readonly Section[] {
  return sectionsOf({ name: `${version} in the journal`, text }).down;
}

function written({ mode, backfill, source, start, end }: Section): string {
  return sectionText('down', { mode, backfill, sql: source.text.slice(start, end) });
}
