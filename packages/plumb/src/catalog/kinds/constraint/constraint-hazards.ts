import { identifier, qualified } from '../../identifier.ts';
import type { Hazard } from '../../statement.ts';
import { withoutOuterBrackets } from '../index/split-definition.ts';
import type { CheckFacts, ExclusionFacts, ForeignKeyFacts, KeyFacts } from './constraint-facts.ts';

type RowFacts = CheckFacts | ForeignKeyFacts;

/** What checking all rows does while others go on working. */
export function validationHazards(facts: RowFacts): readonly Hazard[] {
  const table = qualified(facts.schema, facts.table);
  const message = `Reads all of ${table} while others go on reading and writing it.`;
  return [{ kind: 'scans-table', message, objects: [table] }, broken(facts)];
}

/** What adding a constraint that is checked at once does. */
export function checkedAtOnceHazards(facts: RowFacts): readonly Hazard[] {
  const table = qualified(facts.schema, facts.table);
  if (facts.type === 'check') {
    const message = `Nobody can read or write ${table} while its rows are checked.`;
    return [{ kind: 'blocks-reads', message, objects: [table] }, broken(facts)];
  }
  const other = qualified(facts.references.schema, facts.references.table);
  const both = other === table ? [table] : [table, other];
  const message = `Nobody can write to ${both.join(' or ')} while the rows of ${table} are checked.`;
  return [{ kind: 'blocks-writes', message, objects: both }, broken(facts)];
}

function broken(facts: RowFacts): Hazard {
  const table = qualified(facts.schema, facts.table);
  const rule = facts.type === 'check' ? `break ${facts.name}` : `refer to nothing by ${facts.name}`;
  return {
    kind: 'may-fail-on-rows',
    message: `Fails if rows of ${table} ${rule}. To find them: ${queryFor(facts, table)}`,
    objects: [table],
  };
}

function queryFor(facts: RowFacts, table: string): string {
  if (facts.type === 'check') return `SELECT * FROM ${table} WHERE NOT (${withoutOuterBrackets(facts.expression)})`;
  const { columns, references, match } = facts;
  const filled = columns.map((column) => `c.${identifier(column)} IS NOT NULL`);
  const pairs = columns.map((column, at) => `p.${identifier(references.columns[at] ?? '')} = c.${identifier(column)}`);
  const found = `SELECT FROM ${qualified(references.schema, references.table)} AS p WHERE ${pairs.join(' AND ')}`;
  const counted = match === 'full' ? `(${filled.join(' OR ')})` : filled.join(' AND ');
  return `SELECT * FROM ${table} AS c WHERE ${counted} AND NOT EXISTS (${found})`;
}

/** What adding a constraint with an index of its own does, where the index is built at once. */
export function builtAtOnceHazards(facts: KeyFacts | ExclusionFacts): readonly Hazard[] {
  const table = qualified(facts.schema, facts.table);
  return [
    {
      kind: 'blocks-reads',
      message: `Nobody can read or write ${table} while the index of ${facts.name} is built.`,
      objects: [table],
    },
    {
      kind: 'may-fail-on-rows',
      message: `Fails if rows of ${table} exclude each other by (${facts.keys.join(', ')}).`,
      objects: [table],
    },
  ];
}
