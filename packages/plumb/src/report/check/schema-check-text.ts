import type { Look } from '../look.ts';
import { counted } from '../units.ts';

export interface ShownSchemaCheck {
  readonly checked: { readonly schema: string; readonly objects: number; readonly rules: number };
  readonly postgres: string;
}

/** What was looked at. */
export function renderSchemaCheck({ checked, postgres }: ShownSchemaCheck, look: Look): string {
  const { schema, objects, rules } = checked;
  return look.muted(`${schema}: ${counted(objects, 'object')} on PostgreSQL ${postgres}, by ${counted(rules, 'rule')}`);
}
