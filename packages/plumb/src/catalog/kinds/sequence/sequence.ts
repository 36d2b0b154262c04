import { qualified } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import { statement } from '../../statement.ts';
import { readSequences } from './read-sequences.ts';
import type { SequenceFacts } from './sequence-facts.ts';

export { sequenceId } from './sequence-facts.ts';

export default defineKind<SequenceFacts>({
  id: 'sequence',
  rank: 55,

  read: readSequences,

  phrase: ({ facts }) => `SEQUENCE ${nameOf(facts)}`,

  occupies: ({ facts }) => [`relation ${nameOf(facts)}`],

  create: ({ facts }) => [statement(`CREATE SEQUENCE ${nameOf(facts)}`)],

  drop: ({ facts }) => [statement(`DROP SEQUENCE ${nameOf(facts)}`)],

  alter: () => ({ statements: [] }),
});

function nameOf({ schema, name }: SequenceFacts): string {
  return qualified(schema, name);
}
