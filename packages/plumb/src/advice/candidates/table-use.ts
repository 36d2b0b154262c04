import type { Node } from 'libpg-query';
import type { KnownTable } from '../../rules/sql/known-tables.ts';
import type { Key, Predicate } from './candidate.ts';

/** What one query does with one table, as far as indexes can help. */
export interface TableUse {
  readonly table: KnownTable;
  /** Compared for equality with what is known before the table is read. */
  readonly equal: Key[];
  /** Compared for equality with another table's columns. */
  readonly joined: Key[];
  readonly ranges: Key[];
  /** Orders that would save a sort: of ORDER BY, GROUP BY, DISTINCT, windows and the least or greatest value. */
  readonly orders: (readonly Key[])[];
  /** Conditions without a parameter, which a partial index could have. */
  readonly constants: Predicate[];
  /** What other kinds of indexes serve. */
  readonly special: SpecialKey[];
  /** All columns that are read; null where rows are wanted as a whole. */
  needed: Set<string> | null;
}

export interface SpecialKey extends Key {
  readonly method: 'btree' | 'gin';
}

export function emptyUse(table: KnownTable): TableUse {
  return { table, equal: [], joined: [], ranges: [], orders: [], constants: [], special: [], needed: new Set() };
}

/** Adds what isn't there yet. */
export function addKey<K extends Key>(keys: K[], key: K | null): void {
  if (key !== null && !keys.some(({ text }) => text === key.text)) keys.push(key);
}

/** A part of an expression that PostgreSQL can give from an index, with the table that it is of. */
export interface UsedKey {
  readonly use: TableUse;
  readonly key: Key;
  /** Null where it is an expression. */
  readonly column: string | null;
  readonly node: Node;
}
