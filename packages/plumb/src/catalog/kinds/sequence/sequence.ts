import { defineKind } from '../../kind.ts';
import { statement } from '../../statement.ts';
import { isColumn } from '../column/column-facts.ts';
import { goOnAfter } from '../column/identity-value.ts';
import { isOfSerial } from '../column/serial.ts';
import { readSequences } from './read-sequences.ts';
import type { SequenceFacts } from './sequence-facts.ts';
import { alterationClauses } from './sequence-options.ts';
import { createSequence, ownerName, sequenceName } from './write-sequence.ts';

export { sequenceId } from './sequence-facts.ts';

export default defineKind<SequenceFacts>({
  id: 'sequence',
  rank: 55,
  followsColumnType: true,

  read: readSequences,

  phrase: ({ facts }) => `SEQUENCE ${sequenceName(facts)}`,

  occupies: ({ facts }) => [`relation ${sequenceName(facts)}`],

  folds: (object, parent, context) => isOfSerial(object, parent, context),

  create({ facts, parent }, context) {
    const column = parent === null ? undefined : context.to.objects.get(parent);
    const counts = column && isColumn(column) && ['smallint', 'integer', 'bigint'].includes(column.facts.type ?? '');
    // Also where the table is made anew, and has been filled by then.
    if (parent === null || !counts || !context.from.objects.has(parent)) return createSequence(facts);
    return [...createSequence(facts), goOnAfter([facts.schema, facts.name], facts.options, column.facts)];
  },

  drop: ({ facts }) => [statement(`DROP SEQUENCE ${sequenceName(facts)}`)],

  alter({ facts: from }, { facts: to }) {
    const alter = `ALTER SEQUENCE ${sequenceName(to)}`;
    const clauses = alterationClauses(from.options, to.options);
    const [was, is] = [from.ownedBy, to.ownedBy].map((owner) => (owner === null ? 'NONE' : ownerName(owner)));
    return {
      statements: [
        ...(clauses.length === 0 ? [] : [statement(`${alter} ${clauses.join(' ')}`)]),
        ...(from.persistence === to.persistence
          ? []
          : [statement(`${alter} SET ${to.persistence === 'unlogged' ? 'UNLOGGED' : 'LOGGED'}`)]),
        ...(was === is ? [] : [statement(`${alter} OWNED BY ${is}`)]),
      ],
    };
  },
});
