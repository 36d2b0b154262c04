import { identifier } from '../../identifier.ts';
import type { Relation } from '../../relations.ts';
import { splitDefinition } from '../index/split-definition.ts';
import { optionsOf } from '../table/storage-options.ts';
import type {
  Action,
  ConstraintFacts,
  Deferral,
  ExclusionFacts,
  ForeignKeyFacts,
  KeyFacts,
} from './constraint-facts.ts';
import type { ConstraintRow, IndexRow, ReferenceRow } from './constraint-rows.ts';

/** Names of columns by their numbers. */
export type Columns = (relation: string, numbers: readonly string[]) => readonly string[];

export interface Surroundings {
  readonly relation: Relation;
  readonly referenced: Relation | null;
  readonly columns: Columns;
  /** Statistics targets of its index. */
  readonly statistics: Readonly<Record<string, number>>;
}

/** Null where what it refers to isn't among the user's tables. */
export function factsOf(row: ConstraintRow, around: Surroundings): ConstraintFacts | null {
  const { schema, name: table, partitioned } = around.relation;
  const named = { schema, table, name: row.name, partitioned };
  const { index, reference, validated, enforced, inheritable } = row;
  if (row.type === 'c') return { ...named, type: 'check', expression: row.text, inheritable, validated, enforced };
  if (reference !== null) {
    return around.referenced && foreignKey(named, row, reference, around.referenced, around.columns);
  }
  if (index === null) return null;
  return row.type === 'x' ? exclusion(named, row, index, around.statistics) : key(named, row, index, around.columns);
}

type Named = Pick<ConstraintFacts, 'schema' | 'table' | 'name' | 'partitioned'>;

function key(named: Named, row: ConstraintRow, index: IndexRow, columns: Columns): KeyFacts {
  return {
    ...named,
    type: row.type === 'p' ? 'primary key' : 'unique',
    keys: columns(row.relation, row.columns).map(identifier),
    include: columns(row.relation, index.columns.slice(index.keyCount)).map(identifier),
    where: null,
    withoutOverlaps: row.period,
    method: index.method,
    nullsNotDistinct: index.nullsNotDistinct,
    options: storageOptions(index),
    tablespace: index.tablespace,
    partitionOf: index.partitionOf,
    valid: index.valid,
    deferral: deferralOf(row),
  };
}

function exclusion(
  named: Named,
  row: ConstraintRow,
  index: IndexRow,
  statistics: Surroundings['statistics'],
): ExclusionFacts {
  const definition = row.text.replace(/(?: DEFERRABLE)?(?: INITIALLY DEFERRED)?(?: NOT VALID)?$/, '');
  return {
    ...named,
    type: 'exclusion',
    ...splitDefinition(definition),
    method: index.method,
    nullsNotDistinct: index.nullsNotDistinct,
    options: storageOptions(index),
    tablespace: index.tablespace,
    statistics,
    partitionOf: index.partitionOf,
    valid: index.valid,
    deferral: deferralOf(row),
  };
}

function storageOptions({ options }: IndexRow): KeyFacts['options'] {
  return optionsOf(options === null ? null : JSON.parse(options));
}

function foreignKey(
  named: Named,
  row: ConstraintRow,
  reference: ReferenceRow,
  { schema, name }: Relation,
  columns: Columns,
): ForeignKeyFacts {
  return {
    ...named,
    type: 'foreign key',
    columns: columns(row.relation, row.columns),
    references: { schema, table: name, columns: columns(reference.relation, reference.columns) },
    match: reference.match === 'f' ? 'full' : reference.match === 'p' ? 'partial' : 'simple',
    onUpdate: actionOf(reference.onUpdate),
    onDelete: actionOf(reference.onDelete),
    deleteSets: columns(row.relation, reference.deleteSets),
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
