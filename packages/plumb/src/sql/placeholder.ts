import type { SqlSource } from './source.ts';
import type { SqlFault } from './sql-fault.ts';

/** What a tool fills in before PostgreSQL sees it: `{{ x }}`, `{% if x %}`, `${x}`, `$(x)`, `<%= x %>`, `%(x)s`, `@x@`, `:x`. */
const placeholder = /\{\{[^}]*\}\}|\{%.*?%\}|[$#]\{[^}]*\}|\$\(\w+\)|<%.*?%>|%\(\w+\)s|@\w+@|(?<!:):["']?[a-z_]\w*/i;

/** The placeholder for which PostgreSQL doesn't understand a statement; null where it is for something else. */
export function placeholderAt({ sqlstate, location }: SqlFault, { text }: SqlSource): string | null {
  if (sqlstate !== '42601') return null;
  const line = text.split(/\r\n|\n|\r/)[location.line - 1] ?? '';
  return placeholder.exec(line.slice(Math.max(0, location.column - 2)))?.[0] ?? null;
}
