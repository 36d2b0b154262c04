/**
 * PostgreSQL prints three things that it doesn't read back as they were: of `x BETWEEN 1 AND 2 AND y` the inner AND in
 * brackets of its own, which are lost when it is read; a cast of a whole array, which becomes one of each element
 * (`b IN ('x', 'y')`, for a varchar); and `extract('YEAR' from t)` without the quotes that keep its capitals. All mean the
 * same.
 */

/** SQL with printed expressions, so that PostgreSQL reads them as what they were printed from. */
export function rereadable(sql: string): string {
  const ways = { operand: asBoolean, array: asArrayOfItsType, field: quotedField };
  return isConcerned(sql) ? rewritten(sql, ways) : sql;
}

/** An expression as PostgreSQL prints it when it has read what it printed: equal for all that mean the same. */
export function settled(sql: string): string {
  const ways: Ways = { operand: ({ items }) => items, array: asArrayOfCasts, field: (name) => name };
  return isConcerned(sql) ? rewritten(sql, ways) : sql;
}

function isConcerned(sql: string): boolean {
  return sql.includes('(ARRAY[') || /\) (?:AND|OR) |EXTRACT\([^)]*[A-Z]/.test(sql);
}

/** A token, or what stands in brackets. */
type Item = string | Group;

interface Group {
  readonly open: '(' | '[';
  readonly items: readonly Item[];
}

interface Ways {
  /** A first operand that has the connective of the whole. */
  readonly operand: (group: Group) => readonly Item[];
  /** An array that is cast as a whole, to an array of a type. */
  readonly array: (elements: Group, type: readonly Item[]) => readonly Item[];
  /** What is taken out of a time: `EXTRACT(year FROM t)`. */
  readonly field: (name: string) => string;
}

function rewritten(sql: string, ways: Ways): string {
  const items = parse(sql);
  return items === null ? sql : print(rewrite(items, ways));
}

const token =
  /E'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(?<tag>[\p{L}_]\w*)?\$.*?\$\k<tag>\$|[\p{L}\d_$]+|\s+|::|./gsu;

function parse(sql: string): readonly Item[] | null {
  const stack: Item[][] = [[]];
  const opened: Group['open'][] = [];
  for (const [text] of sql.matchAll(token)) {
    if (text === '(' || text === '[') {
      opened.push(text);
      stack.push([]);
    } else if (text === ')' || text === ']') {
      const open = opened.pop();
      const items = stack.pop();
      if (items === undefined || open === undefined || text !== closing[open]) return null;
      stack.at(-1)?.push({ open, items });
    } else {
      stack.at(-1)?.push(text);
    }
  }
  const [items] = stack;
  return stack.length === 1 && items !== undefined ? items : null;
}

const closing = { '(': ')', '[': ']' } as const;

function print(items: readonly Item[]): string {
  return items
    .map((item) => (typeof item === 'string' ? item : `${item.open}${print(item.items)}${closing[item.open]}`))
    .join('');
}

function rewrite(given: readonly Item[], ways: Ways): readonly Item[] {
  const items = given.map((item) => (typeof item === 'string' ? item : { ...item, items: rewrite(item.items, ways) }));
  return rewriteArrays(rewriteFields(rewriteOperand(items, ways), ways), ways);
}

function rewriteOperand(items: readonly Item[], ways: Ways): readonly Item[] {
  const [first, space, connective, ...others] = items;
  if (first === undefined || typeof first === 'string' || space !== ' ') return items;
  if (connective !== 'AND' && connective !== 'OR') return items;
  const [word] = first.items;
  const isOperand = first.items.includes(connective) && !(typeof word === 'string' && clauses.has(word));
  return isOperand ? [...ways.operand(first), space, connective, ...others] : items;
}

function rewriteFields(items: readonly Item[], ways: Ways): readonly Item[] {
  return items.map((item, at) => {
    if (typeof item === 'string' || items[at - 1] !== 'EXTRACT') return item;
    const [name, ...others] = item.items;
    return typeof name === 'string' ? { ...item, items: [ways.field(name), ...others] } : item;
  });
}

/** What begins brackets in which AND connects something else than conditions. */
const clauses = new Set(['PARTITION', 'ORDER', 'ROWS', 'RANGE', 'GROUPS', 'SELECT', 'WITH', 'VALUES', ' ']);

function rewriteArrays(items: readonly Item[], ways: Ways): readonly Item[] {
  const found: Item[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item === undefined) break;
    const elements = arrayIn(item);
    const end = elements !== null && items[at + 1] === '::' ? endOfArrayType(items, at + 2) : null;
    if (elements === null || end === null) {
      found.push(item);
    } else {
      found.push(...ways.array(elements, items.slice(at + 2, end)));
      at = end;
    }
  }
  return found;
}

/** The elements of `(ARRAY[…])`. */
function arrayIn(item: Item): Group | null {
  if (typeof item === 'string' || item.items.length !== 2 || item.items[0] !== 'ARRAY') return null;
  const [, elements] = item.items;
  return elements === undefined || typeof elements === 'string' ? null : elements;
}

/** Where the brackets of `type[]` stand. */
function endOfArrayType(items: readonly Item[], start: number): number | null {
  for (let at = start; at < items.length; at++) {
    const item = items[at];
    if (item === undefined) return null;
    if (typeof item !== 'string' && item.open === '[') return item.items.length === 0 ? at : null;
    if (typeof item === 'string' && !/^[\p{L}\d_$" .]/u.test(item)) return null;
  }
  return null;
}

function asBoolean(group: Group): readonly Item[] {
  return [group, '::', 'boolean'];
}

function quotedField(name: string): string {
  return /^\p{L}+$/u.test(name) && name !== name.toLowerCase() ? `'${name}'` : name;
}

function asArrayOfCasts(elements: Group, type: readonly Item[]): readonly Item[] {
  const casts = elementsOf(elements).flatMap((element, at): readonly Item[] => [
    ...(at === 0 ? [] : [',', ' ']),
    { open: '(', items: element },
    '::',
    ...type,
  ]);
  return ['ARRAY', { open: '[', items: casts }];
}

/** A cast to the type that the elements have changes nothing but that the next cast is one of the whole array. */
function asArrayOfItsType(elements: Group, type: readonly Item[]): readonly Item[] {
  const [own = null, ...others] = new Set(elementsOf(elements).map(typeOf));
  const same: readonly Item[] = own === null || others.length > 0 ? [] : ['::', own, '[]'];
  return [{ open: '(', items: ['ARRAY', elements, ...same] }, '::', ...type, '[]'];
}

function elementsOf({ items }: Group): readonly (readonly Item[])[] {
  const elements: Item[][] = [[]];
  for (const item of items) {
    if (item === ',') elements.push([]);
    else if (item !== ' ' || (elements.at(-1)?.length ?? 0) > 0) elements.at(-1)?.push(item);
  }
  return elements;
}

/** The type of an element that says it, without its modifier. */
function typeOf(element: readonly Item[]): string | null {
  const at = element.lastIndexOf('::');
  if (at !== -1) return print(element.slice(at + 1).filter((item) => typeof item === 'string'));
  const text = print(element);
  if (/^\d+$/.test(text)) return 'integer';
  return /^\d+\.\d+$/.test(text) ? 'numeric' : null;
}
