import { identifier, qualified } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import { type Hazard, statement } from '../../statement.ts';
import { isColumn } from '../column/column-facts.ts';
import { goOnAfter } from '../column/identity-value.ts';
import { isOfSerial } from '../column/serial.ts';
import { columnNow } from '../column/stepwise/names-beside.ts';
import { columnName, ownedByChange } from './owned-by.ts';
import { readSequences } from './read-sequences.ts';
import type { SequenceFacts } from './sequence-facts.ts';
import { alterationClauses } from './sequence-options.ts';
import { withinBounds } from './within-bounds.ts';
import { createSequence, sequenceName } from './write-sequence.ts';

export default defineKind<SequenceFacts>({
  id: 'sequence',
  rank: 55,
  catalog: 'pg_class',
  where: "relkind = 'S'",
  followsColumnType: true,

  renaming: {
    // Where an owned sequence stands is kept, and nobody could tell it from another of the same column.
    asks: false,
    path: ({ facts }) => [facts.schema, facts.name],
    mayBe: ({ facts: from }, { facts: to }) => isSameButName(from, to),
    rename: ([schema = '', was = ''], [, is = '']) => [
      statement(`ALTER SEQUENCE ${qualified(schema, was)} RENAME TO ${identifier(is)}`),
    ],
  },

  read: readSequences,

  phrase: ({ facts }) => `SEQUENCE ${sequenceName(facts)}`,

  occupies: ({ facts }) => [`relation ${sequenceName(facts)}`],

  folds: (object, parent, context) => isOfSerial(object, parent, context),

  create({ facts, parent }, context) {
    const column = parent === null ? undefined : context.to.objects.get(parent);
    const counts = column && isColumn(column) && ['smallint', 'integer', 'bigint'].includes(column.facts.type ?? '');
    // Also where the table is made anew, and has been filled by then.
    if (parent === null || !counts || !context.from.objects.has(parent)) return createSequence(facts, context);
    return [...createSequence(facts, context), goOnAfter([facts.schema, facts.name], facts.options, column.facts)];
  },

  drop({ facts }) {
    const name = sequenceName(facts);
    const message = `Where the sequence ${name} stands is forgotten: it begins anew when it is made again.`;
    const hazards: readonly Hazard[] =
      facts.ownedBy === null ? [{ kind: 'irreversible', message, objects: [name] }] : [];
    return [statement(`DROP SEQUENCE ${name}`, { hazards })];
  },

  alter({ facts: from }, { facts: to }, context) {
    const alter = `ALTER SEQUENCE ${sequenceName(to)}`;
    const clauses = alterationClauses(from.options, to.options);
    return {
      statements: [
        ...(clauses.length === 0
          ? []
          : withinBounds([to.schema, to.name], from.options, to.options, (restart) =>
              statement(`${alter} ${[...clauses, ...restart].join(' ')}`),
            )),
        ...(from.persistence === to.persistence
          ? []
          : [statement(`${alter} SET ${to.persistence === 'unlogged' ? 'UNLOGGED' : 'LOGGED'}`)]),
        ...ownedByChange(from, to, context),
      ],
    };
  },

  /** It must not go with the column that it belongs to. */
  leadOver({ parent }, { facts }, successor, context) {
    if (!isColumn(successor) || parent !== successor.id) return null;
    const { schema, table } = successor.facts;
    const column = `${qualified(schema, table)}.${identifier(columnNow(successor.facts.name, successor.facts, context))}`;
    return { statements: [statement(`ALTER SEQUENCE ${sequenceName(facts)} OWNED BY ${column}`)] };
  },
});

function isSameButName(from: SequenceFacts, to: SequenceFacts): boolean {
  if (from.ownedBy === null || to.ownedBy === null || from.schema !== to.schema) return false;
  return (
    columnName(from.ownedBy) === columnName(to.ownedBy) &&
    from.persistence === to.persistence &&
    alterationClauses(from.options, to.options).length === 0
  );
}
