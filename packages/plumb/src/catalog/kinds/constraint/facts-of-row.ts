import { identifier, qualified } from '../../identifier.ts';
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
  const { schema, name: table, partitioned } = around.relation;
  const named = { schema, table, name: row.name, partitioned };
  const { validated, enforced, inheritable } = row;
  switch (row.type) {
    case 'c':
      return { ...named, type: 'check', expression: row.text ?? '', inheritable, validated, enforced };
    case 'f':
      return around.referenced && foreignKey(named, row, around.referenced, around.columns);
    case 'x':
      return exclusion(named, row, around.statistics);
    default:
      return key(named, row, around.columns);
  }
}

type Named = Pick<ConstraintFacts, 'schema' | 'table' | 'name' | 'partitioned'>;

function key(named: Named, row: ConstraintRow, columns: Columns): KeyFacts {
  return {
    ...named,
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

function exclusion(named: Named, row: ConstraintRow, statistics: Surroundings['statistics']): ExclusionFacts {
  const definition = row.text?.replace(/(?: DEFERRABLE)?(?: INITIALLY DEFERRED)?(?: NOT VALID)?$/, '') ?? '';
  return {
    ...named,
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

function foreignKey(
  named: Named,
  row: ConstraintRow,
  { oid, schema, name }: Relation,
  columns: Columns,
): ForeignKeyFacts {
  return {
    ...named,
    type: 'foreign key',
    columns: columns(row.relation, row.columns ?? []),
    references: { schema, table: name, columns: columns(oid, row.referencedColumns ?? []) },
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
