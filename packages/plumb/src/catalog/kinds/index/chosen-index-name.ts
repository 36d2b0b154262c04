import { chosenName } from '../../object-name.ts';

export type IndexLabel = 'idx' | 'pkey' | 'key' | 'excl';

/**
 * The name that PostgreSQL chooses for an index or the constraint that stands on it: `users_email_idx`. `columns` are
 * its columns' names, included ones too; `number` tells it from others that would have its name.
 */
export function chosenIndexName(table: string, columns: readonly string[], label: IndexLabel, number = 0): string {
  return chosenName(table, label === 'pkey' ? null : joined(columns), number === 0 ? label : `${label}${number}`);
}

/** Once it is as long as a name can be, the columns that follow make no difference. */
function joined(columns: readonly string[]): string {
  let text = '';
  for (const column of columns) {
    text += text === '' ? column : `_${column}`;
    if (Buffer.byteLength(text) >= 64) break;
  }
  return text;
}

/** What PostgreSQL names the columns of an index, from how it says them: its own, or what its expression begins with. */
export function indexColumnNames(keys: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const key of keys) names.push(unlike(names, columnName(key)));
  return names;
}

function columnName(key: string): string {
  const [, call] = /^(?:(?:[a-z_][a-z0-9_$]*|"(?:[^"]|"")+")\.)?([a-z_][a-z0-9_$]*|"(?:[^"]|"")+")\(/.exec(key) ?? [];
  if (call !== undefined) return unquoted(call);
  const [, keyword] = /^([A-Z]+)\(/.exec(key) ?? [];
  if (keyword !== undefined) return keyword.toLowerCase();
  const [column] = /^(?:[a-z_][a-z0-9_$]*|"(?:[^"]|"")+")/.exec(key) ?? [];
  if (column !== undefined) return unquoted(column);
  const [, cast] = /^\(\(+([a-z_][a-z0-9_$]*|"(?:[^"]|"")+")\)::/.exec(key) ?? [];
  if (cast !== undefined) return unquoted(cast);
  return /^\([(\s]*CASE\b/.test(key) ? 'case' : 'expr';
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

/** The name, with a number where another column has it. */
function unlike(names: readonly string[], name: string): string {
  let free = name;
  for (let number = 1; names.includes(free); number++) free = `${name}${number}`;
  return free;
}
