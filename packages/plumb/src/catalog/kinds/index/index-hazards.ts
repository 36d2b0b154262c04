import { qualified } from '../../identifier.ts';
import type { Hazard } from '../../statement.ts';
import type { Buildable, Way } from './write-index.ts';

/** What building an index does to a table that is in use. */
export function buildHazards(facts: Buildable, name: string, { concurrently }: Way): readonly Hazard[] {
  const table = qualified(facts.schema, facts.table);
  const hazards: Hazard[] = [
    concurrently
      ? {
          kind: 'scans-table',
          message: `Reads ${table} twice while others go on reading and writing it, and waits for transactions that are older.`,
          objects: [table],
        }
      : {
          kind: 'blocks-writes',
          message: `Nobody can write to ${table} while ${name} is built.`,
          objects: [table],
        },
  ];
  return facts.unique ? [...hazards, duplicates(facts, name, concurrently === true)] : hazards;
}

function duplicates(facts: Buildable, name: string, concurrently: boolean): Hazard {
  const table = qualified(facts.schema, facts.table);
  const keys = facts.keys.join(', ');
  const where = facts.where === null ? '' : ` WHERE ${facts.where}`;
  const left = concurrently ? ` An invalid index ${name} is left then, to be dropped before the next try.` : '';
  return {
    kind: 'may-fail-on-rows',
    message: `Fails if rows of ${table} have the same (${keys}). To find them: SELECT ${keys}, count(*) FROM ${table}${where} GROUP BY ${keys} HAVING count(*) > 1.${left}`,
    objects: [table],
  };
}
