import type { Finding } from '../contract/finding.ts';

/**
 * One object of a database: a plain fact. Two objects with the same id are the same object, and what has to change
 * between them is the difference of their facts.
 */
export interface CatalogObject<Facts extends object = object> {
  /** Kind and name, from `objectId`: the one codec for identity. */
  readonly id: string;
  readonly kind: string;
  /** What it is dropped with, and what it can't be made without: a column's table, a comment's object. */
  readonly parent: string | null;
  /** What is compared. Plain data. */
  readonly facts: Facts;
  /** What only helps to write it, and is not compared. */
  readonly notes?: Notes;
}

export interface Notes {
  /** A column's place in its table. */
  readonly position?: number;
  /** Columns that a table has from others and names all the same, with the place where it does. */
  readonly restated?: readonly { readonly name: string; readonly position: number }[];
  /** What a table inherits from, in the order in which it does. */
  readonly inherits?: readonly string[];
  /** Names of NOT NULL constraints that a table's columns have from others. */
  readonly notNulls?: Readonly<Record<string, string>>;
  /** Of an extension: it only stands in for the real one, whose version isn't known. */
  readonly standIn?: boolean;
  /** Of an extension's comment: the one that it comes with. */
  readonly original?: string | null;
  /** Names of options that are passwords and the like: they are neither compared nor told. */
  readonly secrets?: readonly string[];
  /** Of a materialized view: whether it holds rows. */
  readonly populated?: boolean;
  /** Of a published table: whether other tables inherit from it, and whether its rows can be told apart. */
  readonly hasChildren?: boolean;
  readonly hasIdentity?: boolean;
  /** Names that the columns of a partitioned table's index had when it was made. */
  readonly indexColumns?: readonly string[];
}

/** What a database contains. */
export interface Catalog {
  readonly major: number;
  readonly objects: ReadonlyMap<string, CatalogObject>;
  /** What each object needs to exist, by id, as `pg_depend` knows it; an object always needs its parent. */
  readonly needs: Dependencies;
  /** What an object only seems to need, such as names in a function's body: asked for order, never forced. */
  readonly hints: Dependencies;
  /** What is there and was not understood. */
  readonly coverage: readonly Finding[];
}

export type Dependencies = ReadonlyMap<string, ReadonlySet<string>>;
