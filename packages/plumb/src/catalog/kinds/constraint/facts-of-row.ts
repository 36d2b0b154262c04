import { identifier, qualified } from '../../identifier.ts';
import type { Relation } from '../../relations.ts';
import { splitDefinition } from '../index/split-definition.ts';
import { optionsOf } from '../table/storage-options.ts';
import type {
  Action,
  CheckFacts,
  ConstraintFacts,
  Deferral,
  ExclusionFacts,
  ForeignKeyFacts,
  KeyFacts,
} from './constraint-facts.ts';
import type { ConstraintRow } from './constraint-rows.ts';

/** Names of columns by their numbers. */
export type Columns = (relation: number, numbers: readonly number[]) => readonly string[];

export interface Surroundings {
  readonly relation: Relation;
  readonly referenced: Relation | null;
  readonly columns: Columns;
  /** Statistics targets of its index. */
  readonly statistics: Readonly<Record<string, number>>;
}

/** Null where what it refers to isn't among the user's tables. */
export function factsOf(row: ConstraintRow, around: Surroundings): ConstraintFacts | null {
  switch (row.type) {
    case 'c':
      return check(row, around);
    case 'f':
      return around.referenced && foreignKey(row, around, around.referenced);
    case 'x':
      return exclusion(row, around);
    default:
      return key(row, around);
  }
}

function check(row: ConstraintRow, { relation }: Surroundings): CheckFacts {
  return {
    schema: relation.schema,
    table: relation.name,
    name: row.name,
    partitioned: relation.partitioned,
    type: 'check',
    expression: row.text ?? '',
    inheritable: row.inheritable,
    validated: row.validated,
    enforced: row.enforced,
  };
}

function key(row: ConstraintRow, { relation, columns }: Surroundings): KeyFacts {
  return {
    schema: relation.schema,
    table: relation.name,
    name: row.name,
    partitioned: relation.partitioned,
    type: row.type === 'p' ? 'primary key' : 'unique',
    keys: columns(row.relation, row.columns ?? []).map(identifier),
    include: columns(row.relation, row.indexColumns.split(' ').slice(row.keyCount).map(Number)).map(identifier),
    where: null,
    withoutOverlaps: row.period,
    method: row.method,
    nullsNotDistinct: row.nullsNotDistinct,
    options: optionsOf(row.options),
    tablespace: row.tablespace,
    partitionOf: row.partitionOf && qualified(...row.partitionOf),
    valid: row.valid,
    deferral: deferralOf(row),
  };
}

function exclusion(row: ConstraintRow, { relation, statistics }: Surroundings): ExclusionFacts {
  const definition = row.text?.replace(/(?: DEFERRABLE)?(?: INITIALLY DEFERRED)?(?: NOT VALID)?$/, '') ?? '';
  return {
    schema: relation.schema,
    table: relation.name,
    name: row.name,
    partitioned: relation.partitioned,
    type: 'exclusion',
    ...splitDefinition(definition),
    method: row.method,
    nullsNotDistinct: row.nullsNotDistinct,
    options: optionsOf(row.options),
    tablespace: row.tablespace,
    statistics,
    partitionOf: row.partitionOf && qualified(...row.partitionOf),
    valid: row.valid,
    deferral: deferralOf(row),
  };
}

function foreignKey(row: ConstraintRow, { relation, columns }: Surroundings, to: Relation): ForeignKeyFacts {
  return {
    schema: relation.schema,
    table: relation.name,
    name: row.name,
    partitioned: relation.partitioned,
    type: 'foreign key',
    columns: columns(row.relation, row.columns ?? []),
    references: { schema: to.schema, table: to.name, columns: columns(to.oid, row.referencedColumns ?? []) },
    match: row.match === 'f' ? 'full' : row.match === 'p' ? 'partial' : 'simple',
    onUpdate: actionOf(row.onUpdate),
    onDelete: actionOf(row.onDelete),
    deleteSets: columns(row.relation, row.deleteSets ?? []),
    period: row.period,
    deferral: deferralOf(row),
    validated: row.validated,
    enforced: row.enforced,
  };
}

function deferralOf({ deferrable, deferred }: ConstraintRow): Deferral {
  if (!deferrable) return 'not deferrable';
  return deferred ? 'initially deferred' : 'deferrable';
}

const actions: Readonly<Record<string, Action>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
};

function actionOf(letter: string): Action {
  return actions[letter] ?? 'no action';
}
