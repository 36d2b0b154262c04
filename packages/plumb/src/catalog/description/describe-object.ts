import type { CatalogObject } from '../catalog-object.ts';
import { qualified } from '../identifier.ts';
import { isColumn } from '../kinds/column/column-facts.ts';
import { creationClauses } from '../kinds/sequence/sequence-options.ts';
import { relationIdOf } from '../kinds/table/lineage.ts';
import { describeColumns } from './describe-columns.ts';
import { describeConstraints } from './describe-constraints.ts';
import { describeIndex, describeRelation, isRelation } from './describe-relation.ts';
import { describeRoutine, isRoutine } from './describe-routine.ts';
import { describeSchema } from './describe-schema.ts';
import { describeType, isType } from './describe-type.ts';
import type { Description, NamedColumnDescription } from './description.ts';
import { isOf } from './facts-by-kind.ts';
import { nameOf, type Surroundings } from './surroundings.ts';

/** Tells what a person wants to know of an object; `sql` is what makes it. */
export function describeObject(object: CatalogObject, around: Surroundings, sql: string): Description {
  if (isRelation(object)) return describeRelation(object, around, sql);
  if (isType(object)) return describeType(object, around, sql);
  if (isRoutine(object)) return describeRoutine(object, around, sql);
  if (object.kind === 'schema') return describeSchema(object, around, sql);
  const common = { ...around.common(object), sql };
  if (isOf(object, 'sequence')) {
    const { options, ownedBy } = object.facts;
    return {
      ...common,
      kind: 'sequence',
      type: options.type,
      options: creationClauses(options, options.type),
      ownedBy: ownedBy === null ? null : qualified(ownedBy.schema, ownedBy.table, ownedBy.column),
    };
  }
  if (isOf(object, 'extension')) {
    return { ...common, kind: 'extension', schema: object.facts.schema, version: object.facts.version };
  }
  return { ...common, kind: 'other', what: object.kind };
}

/** Tells of one column of a table or a view. Null where there is none of that name. */
export function describeNamedColumn(
  relation: CatalogObject,
  name: string,
  around: Surroundings,
): NamedColumnDescription | null {
  const column = describeColumns(relation, around).find((each) => each.name === name);
  if (column === undefined) return null;
  const object = around.catalog.objects.get(`column ${nameOf(relation.id)}.${qualified(name)}`);
  const own = object !== undefined && isColumn(object) && relationIdOf(object) === relation.id ? object : null;
  const common = own === null ? null : around.common(own);
  const { primaryKey, uniques, foreignKeys, referencedBy, checks, exclusions } = describeConstraints(relation, around);
  const keys = [...(primaryKey === null ? [] : [primaryKey]), ...uniques, ...exclusions];
  const outgoing = foreignKeys.filter(({ columns }) => columns.includes(name));
  const indexes = around.children(relation.id).flatMap((child) => describeIndex(child, around));
  const isIn = ({ definition }: { readonly definition: string }): boolean => wordsOf(definition).has(name);
  return {
    kind: 'column',
    name: `${nameOf(relation.id)}.${qualified(name)}`,
    table: nameOf(relation.id),
    column,
    comment: column.comment,
    owner: null,
    grants: common?.grants ?? [],
    usedBy: (common?.usedBy ?? []).filter(({ kind }) => kind !== 'constraint' && kind !== 'index'),
    namedBy: [],
    partOf: [...keys.filter(isIn), ...outgoing, ...[...checks, ...indexes].filter(isIn)],
    referencedBy: referencedBy.filter(({ references }) => references.columns.includes(name)),
    sql: '',
  };
}

function wordsOf(definition: string): ReadonlySet<string> {
  const words = definition.matchAll(/"((?:[^"]|"")+)"|[\p{L}_][\p{L}\p{N}_$]*/gu);
  return new Set([...words].map(([word, quoted]) => quoted?.replaceAll('""', '"') ?? word));
}
