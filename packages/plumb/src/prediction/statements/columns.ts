import type { ColumnDef, Constraint } from 'libpg-query';
import { chosenName } from '../../catalog/object-name.ts';
import { namesIn } from '../../rules/sql/nodes-of.ts';
import type { Relation } from '../model/element.ts';
import { behindWord, familyOf, type Reading } from '../reading.ts';
import { isSerialName, typeText } from '../type-text.ts';
import { isVolatile } from '../volatile.ts';
import { addConstraint } from './constraints.ts';
import { freeName } from './indexes.ts';
import { domainNamed } from './types.ts';

/** What a new column asks of the rows that there are. */
export type ColumnWork = 'rewrite' | 'scan' | null;

/** Adds a column to a table, and to what inherits from it. */
export function addColumn(definition: ColumnDef, relation: Relation, reading: Reading): ColumnWork {
  const { model } = reading;
  const { colname: name = '', typeName } = definition;
  const constraints = (definition.constraints ?? []).flatMap((each) => ('Constraint' in each ? [each.Constraint] : []));
  const of = (type: Constraint['contype']): Constraint | undefined =>
    constraints.find(({ contype }) => contype === type);
  const [identity, generated, value, notNull] = [
    of('CONSTR_IDENTITY'),
    of('CONSTR_GENERATED'),
    of('CONSTR_DEFAULT'),
    of('CONSTR_NOTNULL') ?? of('CONSTR_PRIMARY'),
  ];
  const serial = isSerialName(typeName);
  const isNull = value?.raw_expr !== undefined && 'A_Const' in value.raw_expr && value.raw_expr.A_Const.isnull === true;
  const domain = (typeName?.arrayBounds ?? []).length > 0 ? null : domainNamed(namesIn(typeName?.names), model);
  const hasOwn = value !== undefined && !isNull;
  const hasValue = hasOwn || (value === undefined && domain?.hasDefault === true);
  const stored = generated !== undefined && generated.generated_kind !== 'v';
  const sequence = freeName(model, relation, chosenName(relation.name, name, 'seq'));
  for (const each of familyOf(relation)) {
    const column = model.addColumn(each, name, {
      type: typeText(typeName),
      collation: definition.collClause === undefined ? null : (namesIn(definition.collClause.collname).at(-1) ?? null),
      default: serial
        ? `nextval('${sequence}'::regclass)`
        : hasOwn
          ? behindWord(reading.text, value.location ?? 0)
          : null,
      identity: identity === undefined ? null : identity.generated_when === 'a' ? 'always' : 'by default',
      generated: generated === undefined ? null : stored ? 'stored' : 'virtual',
      inherited: each !== relation,
    });
    if (notNull !== undefined || identity !== undefined || serial) {
      column.notNull = { name: notNull?.contype === 'CONSTR_NOTNULL' ? (notNull.conname ?? null) : null, valid: true };
    }
  }
  if (serial || identity !== undefined) {
    const owner = relation.columns.get(name) ?? null;
    model.addRelation({ kind: 'sequence', schema: relation.schema, name: sequence, open: false, owner });
  }
  let scans = constraints
    .map((each) => addConstraint(each, relation, { reading, column: name, isNull: value === undefined && !hasValue }))
    .includes('scan');
  // a column that is NULL everywhere references nothing, but each row has to be seen for the others
  const asked = constraints.filter(({ contype }) => contype !== 'CONSTR_FOREIGN');
  if (!hasValue && !asked.some(({ contype }) => work.has(contype ?? ''))) scans = false;
  if (identity !== undefined || serial || stored) return 'rewrite';
  if (hasOwn && isVolatile(value.raw_expr, model)) return 'rewrite';
  if (domain?.asks === true || (value === undefined && domain?.isVolatile === true)) return 'rewrite';
  return scans || (notNull !== undefined && !hasValue) ? 'scan' : null;
}

const work: ReadonlySet<string> = new Set(['CONSTR_CHECK', 'CONSTR_UNIQUE', 'CONSTR_PRIMARY', 'CONSTR_EXCLUSION']);
