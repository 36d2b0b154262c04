import { identifier, literal, qualified } from '../../../identifier.ts';
import type { Beside, Context } from '../../../kind.ts';
import { chosenName } from '../../../object-name.ts';
import { type Statement, statement } from '../../../statement.ts';
import { successorName } from '../../index/write-index.ts';
import { alterColumn, alterRelation, relationName } from '../alter-relation.ts';
import { retypingHazards, usingOf } from '../change-type.ts';
import { columnAfterwards, columnClause, identityClause } from '../column-clause.ts';
import type { Column, ColumnFacts, Identity } from '../column-facts.ts';
import { setNotNull } from '../set-not-null.ts';
import { beginDualWrite, endDualWrite } from './dual-write.ts';
import { fillRows } from './fill-rows.ts';
import { subscriberHazards } from './published.ts';
import { quieten, unquieten } from './quiet-triggers.ts';

/** A column whose type changes while it is in use: a second one gets its values, and then its name. */
export const columnBeside: Beside<ColumnFacts> = {
  fits: () => false,

  make(from, to, context) {
    const next = successorOf(to);
    const [old, name] = [identifier(from.facts.name), identifier(next.facts.name)];
    const value = usingOf(from.facts, to.facts, context) ?? old;
    const table = relationName(to.facts);
    return [
      statement(`${alterRelation(to.facts)} ADD COLUMN ${columnClause(next, context, [])}`, {
        comment: `${table}.${old} changes from ${from.facts.type} to ${to.facts.type} in steps: ${name} takes its place when it is filled.`,
        hazards: subscriberHazards(to.facts, next.facts.name, context),
        // locked with no other table
        run: 'apart',
      }),
      ...columnAfterwards(next, context),
      ...beginDualWrite(from.facts, to.facts, context),
      ...quieten(to.facts, context),
      {
        ...fillRows(
          { ...to.facts, change: `${name} = ${value} WHERE ${old} IS NOT NULL AND ${name} IS NULL` },
          context,
        ),
        hazards: retypingHazards(from.facts, to.facts, context).filter(({ kind }) => ofValues.has(kind)),
      },
      ...notNullOf(from.facts, to.facts, context),
      statement(`ANALYZE ${table} (${name})`, { run: 'apart' }),
    ];
  },

  takePlace(from, { facts: to }, context) {
    const next = identifier(successorName(to.name));
    const { notNull } = to;
    return [
      ...endDualWrite(to, context),
      ...unquieten(to, context),
      ...identityOf(from.facts, to),
      statement(`${alterRelation(to)} DROP COLUMN ${identifier(to.name)}`, {
        comment: `From here on ${identifier(to.name)} stands behind the other columns of ${relationName(to)}.`,
      }),
      statement(`${alterRelation(to)} RENAME COLUMN ${next} TO ${identifier(to.name)}`),
      ...(notNull === null || context.major < 18
        ? []
        : [renameConstraint(to, successorName(notNullName(to)), notNullName(to))]),
      ...identityNameOf(to),
    ];
  },
};

const ofValues: ReadonlySet<string> = new Set(['data-loss', 'may-fail-on-rows']);

function successorOf(to: Column): Column {
  return { ...to, facts: { ...to.facts, name: successorName(to.facts.name), notNull: null, identity: null } };
}

function notNullOf(from: ColumnFacts, to: ColumnFacts, context: Context): readonly Statement[] {
  if (to.notNull === null) return [];
  const notNull = { ...to.notNull, name: successorName(notNullName(to)) };
  const statements = setNotNull({ ...to, name: successorName(to.name) }, notNull, context);
  // what is filled in the old one is filled in the new one
  return from.notNull?.valid ? statements.map((each) => ({ ...each, hazards: [] })) : statements;
}

function notNullName({ table, name, notNull }: ColumnFacts): string {
  return notNull?.name ?? chosenName(table, name, 'not_null');
}

function renameConstraint(to: ColumnFacts, was: string, is: string): Statement {
  return statement(`${alterRelation(to)} RENAME CONSTRAINT ${identifier(was)} TO ${identifier(is)}`);
}

/** The new sequence goes on where the old one stands. */
function identityOf(from: ColumnFacts, to: ColumnFacts): readonly Statement[] {
  if (from.identity === null || to.identity === null) return [];
  const next = { ...to, name: successorName(to.name) };
  const sequence = successorName(sequenceName(to, to.identity));
  const [was, is] = [sequenceName(from, from.identity), sequence].map((name) => qualified(to.schema, name));
  return [
    statement(`${alterColumn(next)} ADD ${identityClause(next, { ...to.identity, sequence })}`),
    statement(`SELECT setval(${literal(is ?? '')}, last_value, is_called) FROM ${was}`),
  ];
}

function identityNameOf(to: ColumnFacts): readonly Statement[] {
  if (to.identity === null) return [];
  const name = sequenceName(to, to.identity);
  return [statement(`ALTER SEQUENCE ${qualified(to.schema, successorName(name))} RENAME TO ${identifier(name)}`)];
}

function sequenceName({ table, name }: ColumnFacts, { sequence }: Identity): string {
  return sequence ?? chosenName(table, name, 'seq');
}
