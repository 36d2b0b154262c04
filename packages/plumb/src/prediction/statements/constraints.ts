import type { Constraint } from 'libpg-query';
import { identifier } from '../../catalog/identifier.ts';
import { chosenName } from '../../catalog/object-name.ts';
import { namesIn } from '../../rules/sql/nodes-of.ts';
import type { Relation } from '../model/element.ts';
import type { Model } from '../model/model.ts';
import { partOf } from '../model/part-of.ts';
import { columnsIn, familyOf, inParentheses, provenBy, type Reading } from '../reading.ts';
import { addToPartitions, elementsOf, freeName } from './indexes.ts';

/** What a new constraint asks of the rows that there are. */
export type RowWork = 'scan' | null;

/** Adds a constraint to a relation as a table has it; `column` is the one that it is written behind. */
export function addConstraint(
  constraint: Constraint,
  relation: Relation,
  { reading, column, isNull = false }: Where,
): RowWork {
  switch (constraint.contype) {
    case 'CONSTR_CHECK':
      return addCheck(constraint, relation, reading);
    case 'CONSTR_PRIMARY':
    case 'CONSTR_UNIQUE':
    case 'CONSTR_EXCLUSION':
      return addKey(constraint, relation, { reading, column });
    case 'CONSTR_FOREIGN':
      return addForeignKey(constraint, relation, { reading, column, isNull });
    default:
      return null;
  }
}

function addCheck(constraint: Constraint, relation: Relation, { model, text }: Reading): RowWork {
  const { raw_expr: condition, location = 0, skip_validation: later, is_no_inherit: alone } = constraint;
  const columns = columnsIn(condition);
  const [only = null, ...others] = columns;
  const enforced = constraint.is_enforced === true || later !== true;
  const name = constraint.conname ?? chosenConstraint(relation, others.length === 0 ? only : null, 'check');
  for (const each of alone === true ? [relation] : familyOf(relation)) {
    model.addConstraint(each, name, {
      type: 'c',
      columns: new Set(columns),
      expression: inParentheses(text, location),
      proves: provenBy(condition),
      validated: later !== true && enforced,
      enforced,
      inherited: each !== relation,
      inheritable: alone !== true,
    });
  }
  return later === true || !enforced ? null : 'scan';
}

interface Where {
  readonly reading: Reading;
  readonly column?: string | undefined;
  /** Whether the column is new, and NULL in all rows. */
  readonly isNull?: boolean;
}

function addKey(constraint: Constraint, relation: Relation, { reading, column }: Where): RowWork {
  const { model, effects } = reading;
  const { contype, indexname, exclusions = [] } = constraint;
  const type = contype === 'CONSTR_PRIMARY' ? 'p' : contype === 'CONSTR_UNIQUE' ? 'u' : 'x';
  const taken = indexname === undefined ? null : model.findIndex(relation.schema, indexname);
  const excluded = exclusions.flatMap((each) => ('List' in each ? elementsOf(each.List.items) : []));
  const written = type === 'x' ? excluded : column === undefined ? namesIn(constraint.keys) : [column];
  const columns = indexname === undefined ? written : (taken?.columns ?? []).flatMap((each) => each ?? []);
  const suffix = type === 'p' ? 'pkey' : type === 'u' ? 'key' : 'excl';
  const chosen = chosenName(relation.name, type === 'p' ? null : columns.join('_'), suffix);
  const name = constraint.conname ?? indexname ?? freeName(model, relation, chosen);
  if (taken !== null && taken.name !== name) model.moved(model.indexes, taken, { name });
  const index =
    taken ??
    model.addIndex(relation, name, {
      method: type === 'x' ? (constraint.access_method ?? 'gist') : 'btree',
      unique: type !== 'x',
      keys: columns.map(identifier),
      columns,
      uses: new Set(columns),
    });
  index.constraint = model.addConstraint(relation, name, { type, columns: new Set(columns), index });
  if (taken === null) addToPartitions(model, index);
  let work: RowWork = indexname === undefined ? 'scan' : null;
  for (const each of type === 'p' ? columns : []) {
    for (const table of familyOf(relation)) {
      const own = model.column(table, each);
      if (own === null || own.notNull !== null) continue;
      if (!isProven(table, each) && !table.open) work = 'scan';
      effects.touch(own, partOf.column);
      own.notNull = { name: null, valid: true };
    }
  }
  return work;
}

/** Whether a constraint that holds for all rows says that a column is never NULL. */
export function isProven(relation: Relation, column: string): boolean {
  return [...relation.constraints.values()].some(({ validated, proves }) => validated && proves.includes(column));
}

function addForeignKey(constraint: Constraint, relation: Relation, { reading, column, isNull }: Where): RowWork {
  const { model, effects } = reading;
  const { pktable, skip_validation: later } = constraint;
  const other = pktable === undefined ? null : model.relation(pktable);
  const columns = column === undefined ? namesIn(constraint.fk_attrs) : [column];
  const enforced = constraint.is_enforced === true || later !== true;
  const name = constraint.conname ?? chosenConstraint(relation, columns.join('_'), 'fkey');
  const keys = namesIn(constraint.pk_attrs);
  for (const each of relation.partitionKey === null ? [relation] : familyOf(relation)) {
    model.addConstraint(each, name, {
      type: 'f',
      columns: new Set(columns),
      references: other === null ? null : { relation: other, columns: keys.length > 0 ? keys : keyOf(other) },
      onDelete: actions.find((action) => action === constraint.fk_del_action) ?? 'a',
      validated: later !== true && enforced,
      enforced,
      inherited: each !== relation,
    });
  }
  if (other === null) return null;
  const referenced = other.partitionKey === null ? [other] : familyOf(other);
  for (const each of referenced) effects.lock(each, 'ShareRowExclusiveLock');
  if (later === true || !enforced || isNull === true) return null;
  // where the referencing table is new, there is nothing to look up
  if (relation.origin !== null) for (const each of referenced) effects.scan(each);
  return 'scan';
}

const actions = ['a', 'r', 'c', 'n', 'd'] as const;

/** The columns of a table's primary key. */
function keyOf({ constraints }: Relation): readonly string[] {
  return [...([...constraints.values()].find(({ type }) => type === 'p')?.columns ?? [])];
}

function chosenConstraint({ name, constraints }: Relation, column: string | null, label: string): string {
  const chosen = chosenName(name, column, label);
  let free = chosen;
  for (let at = 1; constraints.has(free); at++) free = `${chosen}${at}`;
  return free;
}

/** What references a relation, or one of its columns. */
export function foreignKeysTo(model: Model, relation: Relation, column?: string) {
  return [...model.relations.values()].flatMap(({ constraints }) =>
    [...constraints.values()].filter(
      ({ references }) =>
        references?.relation === relation && (column === undefined || references.columns.includes(column)),
    ),
  );
}
