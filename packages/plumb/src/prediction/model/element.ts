import type { Part } from '../../rehearsal/watch/parts.ts';

/** Something with a name, as statements told of it. It stays the same when it is called otherwise. */
export interface Element {
  /** As it was before the migrations; null where they made it. */
  first: Part | null;
  gone: boolean;
}

export interface Relation extends Element {
  readonly kind: 'table' | 'view' | 'materialized view' | 'foreign table' | 'sequence';
  schema: string;
  name: string;
  /** Its name before the migrations, `public.orders`; null where they made it, and nobody waits for it. */
  origin: string | null;
  /** Whether it may have what no statement told: columns, constraints, indexes. */
  readonly open: boolean;
  readonly columns: Map<string, Column>;
  readonly constraints: Map<string, TableConstraint>;
  readonly indexes: Set<Index>;
  /** Triggers and policies. */
  readonly attached: Set<Attached>;
  /** What it inherits from, or is a partition of. */
  readonly parents: Set<Relation>;
  readonly children: Set<Relation>;
  partitionKey: readonly string[] | null;
  /** Of a partition: the rest of PARTITION OF. */
  bound: { readonly isDefault: boolean } | null;
  logged: boolean;
  rowSecurity: boolean;
  /** Of a view: the relations that its query reads, and the columns that it may name. */
  readonly reads: Set<Relation>;
  readonly words: ReadonlySet<string>;
  /** Of a materialized view: whether it was filled. */
  populated: boolean;
  /** Of a sequence: the column that it goes with. */
  owner: Column | null;
}

export interface Column extends Element {
  readonly relation: Relation;
  name: string;
  /** As PostgreSQL writes it; null where nobody told. */
  type: string | null;
  collation: string | null;
  notNull: NotNull | null;
  /** As it was written. */
  default: string | null;
  identity: 'always' | 'by default' | null;
  generated: 'stored' | 'virtual' | null;
  readonly inherited: boolean;
}

export interface NotNull {
  readonly name: string | null;
  readonly valid: boolean;
}

export interface TableConstraint extends Element {
  readonly relation: Relation;
  name: string;
  /** As `pg_constraint` calls its kind; null where nobody told. */
  readonly type: 'c' | 'f' | 'p' | 'u' | 'x' | null;
  readonly columns: Set<string>;
  /** Of a check, as it was written. */
  readonly expression: string | null;
  /** Of a check: the columns that can't be NULL where it holds. */
  readonly proves: readonly string[];
  validated: boolean;
  enforced: boolean;
  readonly references: { readonly relation: Relation; readonly columns: readonly string[] } | null;
  /** Of a foreign key: what it does where a referenced row goes. */
  readonly onDelete: 'a' | 'r' | 'c' | 'n' | 'd';
  readonly index: Index | null;
  readonly inherited: boolean;
  readonly inheritable: boolean;
}

export interface Index {
  readonly relation: Relation;
  schema: string;
  name: string;
  /** As of a relation. */
  origin: string | null;
  readonly method: string;
  readonly unique: boolean;
  /** As they were written. */
  readonly keys: readonly string[];
  /** The columns that are keys by themselves. */
  readonly columns: readonly (string | null)[];
  /** All columns that it is made of, of its condition, too. */
  readonly uses: Set<string>;
  /** Those in its expressions and its condition. */
  readonly computed: Set<string>;
  readonly include: readonly string[];
  readonly where: string | null;
  /** Of a partition: the index of the whole that it is part of. */
  parent: Index | null;
  constraint: TableConstraint | null;
  valid: boolean;
}

export interface Attached extends Element {
  readonly kind: 'trigger' | 'policy';
  readonly relation: Relation;
  name: string;
  /** Of a trigger: the function that it runs. */
  readonly calls: string | null;
}

export interface UserType extends Element {
  schema: string;
  name: string;
  /** As `pg_type` calls its kind. */
  readonly type: 'e' | 'd' | 'c' | 'r';
  /** Of a domain. */
  readonly base: string | null;
  readonly checks: Map<string, DomainCheck>;
  notNull: boolean;
  /** As it was written. */
  default: string | null;
  readonly isVolatile: boolean;
  /** Of an enum, in their order. */
  readonly values: EnumValue[];
}

export interface DomainCheck extends Element {
  readonly of: UserType;
  readonly name: string;
  validated: boolean;
}

export interface EnumValue extends Element {
  readonly of: UserType;
  name: string;
}

export interface Routine extends Element {
  schema: string;
  name: string;
  readonly volatile: boolean;
  /** The text of a body in SQL or PL/pgSQL. */
  readonly body: string | null;
}

export interface Schema extends Element {
  name: string;
}
