/** What PostgreSQL prints of an array: texts, NULLs, and arrays within. */
export type ArrayItem = string | null | readonly ArrayItem[];

/** The items of an array as PostgreSQL prints it; null where it isn't one, or its indexes don't begin at 1. */
export function parseArray(text: string): readonly ArrayItem[] | null {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{},]|[^{},"]+/gs) ?? [];
  const open: ArrayItem[][] = [];
  for (const [at, token] of tokens.entries()) {
    const current = open.at(-1);
    if (token === '{') {
      open.push([]);
    } else if (current === undefined) {
      return null;
    } else if (token === '}') {
      open.pop();
      const outer = open.at(-1);
      if (outer === undefined) return at === tokens.length - 1 ? current : null;
      outer.push(current);
    } else if (token !== ',') {
      current.push(token === 'NULL' ? null : unquoted(token));
    }
  }
  return null;
}

function unquoted(token: string): string {
  return token.startsWith('"') ? token.slice(1, -1).replaceAll(/\\(.)/gs, '$1') : token;
}

/** As PostgreSQL reads it. */
export function printArray(items: readonly ArrayItem[]): string {
  return `{${items.map(printItem).join(',')}}`;
}

function printItem(item: ArrayItem): string {
  if (item === null) return 'NULL';
  return typeof item === 'string' ? `"${item.replaceAll(/["\\]/g, '\\$&')}"` : printArray(item);
}

/** The array with each of its texts changed; null as soon as one can't be. */
export function mapArray(text: string, change: (item: string) => string | null): string | null {
  const items = parseArray(text);
  const changed = items === null ? null : mapItems(items, change);
  return changed === null ? null : printArray(changed);
}

function mapItems(items: readonly ArrayItem[], change: (item: string) => string | null): readonly ArrayItem[] | null {
  const changed: ArrayItem[] = [];
  for (const item of items) {
    const one = item === null ? null : typeof item === 'string' ? change(item) : mapItems(item, change);
    if (one === null && item !== null) return null;
    changed.push(one);
  }
  return changed;
}
