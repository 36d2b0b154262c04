import { identifier, parsePath, qualified } from '../../catalog/identifier.ts';
import { chosenIndexName, indexColumnNames } from '../../catalog/kinds/index/chosen-index-name.ts';

/** What an index is sorted or searched by. */
export interface Key {
  /** As in CREATE INDEX: `email`, `lower(email)`, `placed_at DESC`. */
  readonly text: string;
  readonly columns: readonly string[];
}

/** An index that could be made. */
export interface Candidate {
  /** Qualified. */
  readonly table: string;
  readonly method: 'btree' | 'gin' | 'brin';
  readonly keys: readonly Key[];
  /** Names of columns that are only carried along. */
  readonly include: readonly string[];
  readonly where: Predicate | null;
}

/** A condition that all rows of a partial index meet. */
export interface Predicate {
  readonly text: string;
  readonly columns: readonly string[];
}

export function columnKey(column: string): Key {
  return { text: identifier(column), columns: [column] };
}

/** The same for all candidates that are the same index. */
export function candidateId(candidate: Candidate): string {
  return definitionOf(candidate);
}

/** `CREATE INDEX` without a name, as on a shadow, where nobody waits. */
export function definitionOf(candidate: Candidate, name: string | null = null): string {
  const { table, method, keys, include, where } = candidate;
  const named = name === null ? '' : `${identifier(name)} `;
  const using = method === 'btree' ? '' : `USING ${method} `;
  const carried = include.length === 0 ? '' : ` INCLUDE (${include.map(identifier).join(', ')})`;
  const rows = where === null ? '' : ` WHERE ${where.text}`;
  return `CREATE INDEX ${named}ON ${table} ${using}(${keys.map(({ text }) => text).join(', ')})${carried}${rows}`;
}

/** The name that PostgreSQL would give it, if none has it. */
export function nameFor({ table, keys, include }: Candidate, taken: ReadonlySet<string>): string {
  const [schema = 'public', bare = table] = parsePath(table) ?? [];
  const columns = indexColumnNames([...keys.map(({ text }) => text), ...include.map(identifier)]);
  for (let number = 0; ; number++) {
    const name = chosenIndexName(bare, columns, 'idx', number);
    if (!taken.has(qualified(schema, name))) return name;
  }
}

/** All columns whose change changes the index. */
export function columnsOf({ keys, include, where }: Candidate): ReadonlySet<string> {
  return new Set([...keys.flatMap(({ columns }) => columns), ...include, ...(where?.columns ?? [])]);
}

/** A short one shows at once what an index could do at all. */
export function isPlain({ method, keys, include, where }: Candidate): boolean {
  return method !== 'btree' || (keys.length < 3 && include.length === 0 && where === null);
}
