import type { CatalogObject } from '../../catalog-object.ts';
import { objectId } from '../../identifier.ts';
import type { IndexBody } from '../index/index-facts.ts';

/** A constraint of a table, without NOT NULL, which is the column's, and without those that are inherited. */
export type ConstraintFacts = KeyFacts | ExclusionFacts | CheckFacts | ForeignKeyFacts;

type Named = {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly partitioned: boolean;
};

export type Deferral = 'not deferrable' | 'deferrable' | 'initially deferred';

/** What a constraint that stands on an index of its own adds to it. */
type OnIndex = Named & {
  readonly deferral: Deferral;
  /** Qualified name of the index of the partitioned table that its index is attached to. */
  readonly partitionOf: string | null;
  /** False where the constraint of a partitioned table lacks partitions. */
  readonly valid: boolean;
};

export type KeyFacts = OnIndex &
  IndexBody & {
    readonly type: 'primary key' | 'unique';
    readonly withoutOverlaps: boolean;
  };

export type ExclusionFacts = OnIndex &
  IndexBody & {
    readonly type: 'exclusion';
    readonly statistics: Readonly<Record<string, number>>;
  };

export type CheckFacts = Named & {
  readonly type: 'check';
  readonly expression: string;
  readonly inheritable: boolean;
  readonly validated: boolean;
  readonly enforced: boolean;
};

export type ForeignKeyFacts = Named & {
  readonly type: 'foreign key';
  readonly columns: readonly string[];
  readonly references: {
    readonly schema: string;
    readonly table: string;
    readonly columns: readonly string[];
  };
  readonly match: 'simple' | 'full' | 'partial';
  readonly onUpdate: Action;
  readonly onDelete: Action;
  /** The columns that ON DELETE SET NULL or SET DEFAULT sets; empty are all. */
  readonly deleteSets: readonly string[];
  readonly period: boolean;
  readonly deferral: Deferral;
  readonly validated: boolean;
  readonly enforced: boolean;
};

export type Action = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default';

export type Constraint = CatalogObject<ConstraintFacts>;

/** Primary keys, unique constraints and exclusions. */
export type IndexConstraint = CatalogObject<KeyFacts | ExclusionFacts>;

/** Checks and foreign keys: what is asked of each row. */
export type RowConstraint = CatalogObject<CheckFacts | ForeignKeyFacts>;

export function constraintId(schema: string, table: string, name: string): string {
  return objectId('constraint', [schema, table, name]);
}

export function isConstraint(object: CatalogObject): object is Constraint {
  return object.kind === 'constraint';
}

export function standsOnIndex(object: CatalogObject): object is IndexConstraint {
  return isConstraint(object) && object.facts.type !== 'check' && object.facts.type !== 'foreign key';
}

export function isRowConstraint(object: CatalogObject): object is RowConstraint {
  return isConstraint(object) && (object.facts.type === 'check' || object.facts.type === 'foreign key');
}
