import type { Node } from 'libpg-query';
import { note } from './note.ts';
import { leaveOut, type Treatment } from './treatment.ts';

/** The setting that a statement sets, unless every server has it. */
export function rareSettingOf(tree: Node): string | null {
  if (!('VariableSetStmt' in tree)) return null;
  const { name } = tree.VariableSetStmt;
  return name === undefined || name.includes('.') || common.has(name) ? null : name;
}

/** What dumps and migrations set all the time. */
const common = new Set([
  'check_function_bodies',
  'client_encoding',
  'client_min_messages',
  'default_table_access_method',
  'default_tablespace',
  'idle_in_transaction_session_timeout',
  'lock_timeout',
  'role',
  'row_security',
  'search_path',
  'session_authorization',
  'standard_conforming_strings',
  'statement_timeout',
  'xmloption',
]);

/** A dump that another major's pg_dump wrote sets what this server has not heard of, such as `transaction_timeout`. */
export function treatSetting(tree: Node, text: string, unknown: ReadonlySet<string>): Treatment | null {
  const name = rareSettingOf(tree);
  if (name === null || !unknown.has(name)) return null;
  return leaveOut(
    text,
    note(
      'A setting was left out',
      `setting ${name}: left out, since the shadow's PostgreSQL does not have it`,
      'It belongs to another major version, or to an extension.',
      [name],
    ),
  );
}
