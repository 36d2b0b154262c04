import { identifier } from '../../../identifier.ts';
import type { Context } from '../../../kind.ts';
import { successorName } from '../../index/write-index.ts';
import { columnId } from '../column-facts.ts';

interface Place {
  readonly schema: string;
  readonly table: string;
}

/** What a column is called as long as the one whose place it takes is in use. */
export function columnNow(name: string, { schema, table }: Place, context: Context): string {
  return context.isBeside(columnId(schema, table, name)) ? successorName(name) : name;
}

/**
 * A string, a type after a cast, or a name with what tells that it is none of a column. PostgreSQL prints keywords in
 * capitals.
 */
const word =
  /E'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|::(?:character varying|bit varying|double precision|time(?:stamp)?(?:\(\d+\))? with(?:out)? time zone)|(?<before>::|\.|COLLATE |EXTRACT\()?(?<name>"(?:[^"]|"")+"|(?<!\w)[A-Za-z_]\w*)(?:(?<after>(?=\(|\.| => ))|)/gs;

/** An expression over a table's columns as PostgreSQL prints it, with the names that these have now. */
export function expressionNow(sql: string, place: Place, context: Context): string {
  let written = '';
  let end = 0;
  for (const { 0: whole, index, groups } of sql.matchAll(word)) {
    const { before, name, after } = groups ?? {};
    if (name === undefined || before !== undefined || after !== undefined) continue;
    const plain = name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
    const now = columnNow(plain, place, context);
    written += `${sql.slice(end, index)}${now === plain ? whole : identifier(now)}`;
    end = index + whole.length;
  }
  return `${written}${sql.slice(end)}`;
}

/** A key of an index: its column, or an expression in brackets, and behind it operator classes and the like, which stay. */
export function keyNow(key: string, place: Place, context: Context): string {
  const end = /^(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_]*)(?![\w(.])/.exec(key)?.[0].length ?? endOfBrackets(key);
  return `${expressionNow(key.slice(0, end), place, context)}${key.slice(end)}`;
}

function endOfBrackets(key: string): number {
  let depth = 0;
  for (const { 0: token, index } of key.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[()]/g)) {
    if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    if (token === ')' && depth === 0) return index + 1;
  }
  return key.length;
}
