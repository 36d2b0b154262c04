import { endOfToken, offsetOfCharacter } from '@pgplumb/migrate/sql';
import type { Node } from 'libpg-query';
import { type Client, DatabaseError } from 'pg';
import type { FoundQuery } from './found-query.ts';
import { parseQuery } from './parse-query.ts';

/** What a server says of a query that it can't run. */
export interface QueryFault {
  readonly message: string;
  readonly sqlstate: string | null;
  readonly hint: string | null;
  /** In the query's text. */
  readonly from: number;
  readonly to: number;
}

export interface CheckedQuery {
  /** Null where the parser can make nothing of it. */
  readonly tree: Node | null;
  /** Null too where it is put together of parts that are known only when it is run. */
  readonly fault: QueryFault | null;
}

/** Parses a query, and lets a server with the schema look at its names and types without running it. */
export async function checkQuery(query: FoundQuery, client: Client): Promise<CheckedQuery> {
  const tree = parseQuery(query);
  if (tree === null || isPreparable(tree)) {
    const fault = (await faultOf(query, client)) ?? (await conflictFaultOf(query, tree, client));
    if (fault?.sqlstate === syntaxError && (query.open || isAtHole(fault, query))) return { tree: null, fault: null };
    return { tree, fault };
  }
  return { tree, fault: null };
}

const syntaxError = '42601';

const preparable = new Set(['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']);

function isPreparable(tree: Node): boolean {
  return Object.keys(tree).some((name) => preparable.has(name));
}

const prepare = 'PREPARE plumb_query AS ';

async function faultOf(query: FoundQuery, client: Client): Promise<QueryFault | null> {
  try {
    await client.query(`${prepare}${query.text}`);
    await client.query('DEALLOCATE plumb_query');
    return null;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const { message, code = null, hint = null, position } = error;
    if (!isSure(code, query)) return null;
    const from = position === undefined ? 0 : offsetOfCharacter(query.text, Number(position) - 1 - prepare.length);
    const to = position === undefined ? query.text.length : endOfToken(query.text, from);
    // a text in quotes with something put into it can be any text
    if (code === '22P02' && query.holes.some((hole) => from <= hole && hole < to)) return null;
    return { message, sqlstate: code, hint, from, to };
  }
}

/** That nothing is UNIQUE as ON CONFLICT says is seen only by the planner; nothing is run for it. */
async function conflictFaultOf(
  { text, holes, open }: FoundQuery,
  tree: Node | null,
  client: Client,
): Promise<QueryFault | null> {
  const infer = tree !== null && 'InsertStmt' in tree ? tree.InsertStmt.onConflictClause?.infer : undefined;
  if (infer === undefined || infer.conname !== undefined || holes.length > 0 || open) return null;
  await client.query(`${prepare}${text}`);
  try {
    const counted = await client.query<{ count: number }>(
      `SELECT cardinality(parameter_types) AS count FROM pg_prepared_statements WHERE name = 'plumb_query'`,
    );
    const values = Array.from({ length: counted.rows[0]?.count ?? 0 }, () => 'NULL');
    await client.query(`EXPLAIN EXECUTE plumb_query${values.length > 0 ? `(${values.join(', ')})` : ''}`);
    return null;
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== noSuchKey) return null;
    const from = Buffer.from(text).toString('utf8', 0, infer.location ?? 0).length;
    return { message: error.message, sqlstate: noSuchKey, hint: null, from, to: endOfToken(text, from) };
  } finally {
    await client.query('DEALLOCATE plumb_query');
  }
}

const noSuchKey = '42P10';

/** What is so, whatever stands where something is put in. */
const sure = new Set([
  syntaxError,
  '42703', // no such column
  '42P01', // no such table
  '42702', // which column
  '3F000', // no such schema
  '22P02', // no value of the type
  '42704', // no such type
]);

/** A placeholder has no type of its own, but a name or more SQL that is put there instead has. */
function isSure(code: string | null, { written, holes, open }: FoundQuery): boolean {
  if (code === '42P18' && written !== 'call') return false;
  return (holes.length === 0 && !open) || (code !== null && sure.has(code));
}

/** Whether a syntax error is where something is put in, or right behind it. */
function isAtHole({ from }: QueryFault, { text, holes }: FoundQuery): boolean {
  return holes.some((hole) => {
    const end = hole + (/^\(?\$\d+\)?/.exec(text.slice(hole))?.[0].length ?? 0);
    return from >= hole && text.slice(end, Math.max(end, from)).trim() === '';
  });
}
