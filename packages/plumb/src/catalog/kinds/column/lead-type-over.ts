import type { CatalogObject } from '../../catalog-object.ts';
import { identifier, qualified } from '../../identifier.ts';
import type { Alteration, Context } from '../../kind.ts';
import { type Hazard, statement } from '../../statement.ts';
import { alterColumn, relationName } from './alter-relation.ts';
import type { Column, ColumnFacts } from './column-facts.ts';
import { takesDownFor } from './takes-down.ts';
import { castContext } from './type/casts.ts';
import { typeHazards } from './type/effects.ts';
import { typeName, underlyingType } from './type/type-name.ts';

/**
 * Leads a column from a type or collation that was put aside to its successor, value by value; null where its values
 * are worked out anyway, or where it needs what was put aside for something else.
 */
export function leadTypeOver(from: Column, to: Column, successor: CatalogObject, context: Context): Alteration | null {
  const { facts } = to;
  // a type with functions of its own goes at once, with them
  if (successor.parent !== null) return null;
  if (facts.type === null || facts.generated !== null || from.facts.type !== facts.type) return null;
  const { base } = typeName(facts.type);
  const names = namesOf(successor);
  const collation = facts.collation === null ? '' : ` COLLATE ${facts.collation}`;
  const sql = `${alterColumn(facts)} TYPE ${facts.type}${collation}`;
  if (names.includes(base)) {
    // a foreign table's values are elsewhere
    const using = facts.relation === 'foreign-table' ? '' : ` USING ${ledValue(facts, facts.type, context)}`;
    return {
      statements: [
        statement(`${sql}${using}`, {
          hazards: [
            rewriteHazard(facts, base),
            ...lossHazards(facts, facts.type, context),
            ...(context.from.objects.has(successor.id) ? [] : [failureHazard(facts, base)]),
          ],
        }),
      ],
      takesDown: takesDownFor(to.id, { converts: true, kin: 'none' }, context),
    };
  }
  if (successor.kind !== 'collation') return null;
  // a collation that isn't its own comes with its type
  return {
    statements: facts.collation === null ? [] : [statement(sql)],
    takesDown: takesDownFor(to.id, { converts: false, kin: 'same' }, context),
  };
}

/** The names that it has in columns: a range type brings its multirange type along. */
function namesOf({ id, facts }: CatalogObject): readonly string[] {
  const name = id.slice(id.indexOf(' ') + 1);
  if (!('multirange' in facts && 'multirangeSchema' in facts)) return [name];
  return [name, qualified(String(facts.multirangeSchema), String(facts.multirange))];
}

/**
 * Most types know each other only by the texts of their values. A composite type that was put aside has a cast to its
 * successor, and domains are what they are made of.
 */
export function ledValue({ name }: Pick<ColumnFacts, 'name'>, type: string, { from, to }: Context): string {
  const column = identifier(name);
  const { base, array } = typeName(type);
  const [old, wanted] = [typeName(underlyingType(base, from)).base, typeName(underlyingType(base, to)).base];
  const isOwn = [old, wanted].some((name) => name.includes('.'));
  const isDirect = isOwn ? to.objects.has(`composite ${wanted}`) : castContext(old, wanted, to) !== null;
  return isDirect ? `${column}::${type}` : `${column}::text${array ? '[]' : ''}::${type}`;
}

/** A domain of the same name may hold less. */
function lossHazards(facts: ColumnFacts, type: string, context: Context): readonly Hazard[] {
  const table = relationName(facts);
  const hazards = typeHazards(
    `${table}.${identifier(facts.name)}`,
    table,
    { from: type, to: type, converts: true },
    context,
  );
  return hazards.filter(({ kind }) => kind === 'data-loss');
}

/** What has the same name is something else. */
function failureHazard(facts: ColumnFacts, type: string): Hazard {
  const column = `${relationName(facts)}.${identifier(facts.name)}`;
  const message = `The migration fails where ${column} holds a value that is none of the new type ${type}.`;
  return { kind: 'may-fail-on-rows', message, objects: [column] };
}

function rewriteHazard(facts: ColumnFacts, type: string): Hazard {
  const table = relationName(facts);
  const message = `${table} is written anew while nobody can read or write it: ${identifier(facts.name)} moves to the new type ${type}.`;
  return { kind: 'rewrites-table', message, objects: [table] };
}
