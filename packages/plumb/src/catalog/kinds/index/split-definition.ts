/** The parts of what `pg_get_indexdef` and, for exclusions, `pg_get_constraintdef` say. */
export interface SplitDefinition {
  readonly keys: readonly string[];
  readonly include: readonly string[];
  readonly where: string | null;
}

/** Names, strings and brackets. PostgreSQL's deparser doubles quotes and backslashes, so that no string hides its end. */
const tokens = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[()[\],]/g;

/** Names may hold anything within quotes. */
const begin = /^(?:[^"]|"(?:[^"]|"")*")*? USING (?:"(?:[^"]|"")*"|[^\s"(]+) \(/;

/** Takes a definition apart: `… USING gist (room WITH =, lower(name)) INCLUDE (id) WHERE (…)`. */
export function splitDefinition(definition: string): SplitDefinition {
  const keys = listAfter(definition, begin);
  const rest = definition.slice(keys.end);
  const include = rest.startsWith(' INCLUDE (') ? listAfter(rest, /^ INCLUDE \(/) : { items: [], end: 0 };
  const where = / WHERE /.exec(rest.slice(include.end));
  return {
    keys: keys.items,
    include: include.items,
    where: where === null ? null : rest.slice(include.end + where.index + where[0].length),
  };
}

/** The items of the list that the opening bracket at the end of `start` begins, and where it ends. */
function listAfter(text: string, start: RegExp): { readonly items: readonly string[]; readonly end: number } {
  const found = start.exec(text);
  if (found === null) return { items: [], end: 0 };
  let from = found.index + found[0].length;
  let depth = 0;
  const items: string[] = [];
  for (const { 0: token, index } of text.slice(from).matchAll(tokens)) {
    const at = found.index + found[0].length + index;
    if (token === '(' || token === '[') depth += 1;
    else if (token === ',' && depth === 0) {
      items.push(text.slice(from, at).trim());
      from = at + 1;
    } else if (token === ')' || token === ']') {
      if (depth === 0) return { items: [...items, text.slice(from, at).trim()], end: at + 1 };
      depth -= 1;
    }
  }
  throw new Error(`PostgreSQL says an index that has no end: ${text}`);
}

/** `(price > 0)` without the brackets, where they are around all of it. */
export function withoutOuterBrackets(expression: string): string {
  if (!expression.startsWith('(')) return expression;
  let depth = 0;
  for (const { 0: token, index } of expression.matchAll(tokens)) {
    if (token === '(' || token === '[') depth += 1;
    else if (token === ')' || token === ']') depth -= 1;
    if (depth === 0) return index === expression.length - 1 ? expression.slice(1, -1) : expression;
  }
  return expression;
}
