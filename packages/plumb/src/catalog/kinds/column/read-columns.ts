import { objectId } from '../../identifier.ts';
import type { Address, Reader } from '../../reader.ts';
import { type Relation, relationsOf } from '../../relations.ts';
import { type Column, columnId } from './column-facts.ts';
import { columnInternals } from './column-internals.ts';
import { type ColumnRow, columnRows } from './column-rows.ts';
import { inheritedFacts, isSomething, ownFacts } from './facts-of-row.ts';

/** A column as it was read, with the object that those who use it need. */
interface Known {
  readonly row: ColumnRow;
  readonly id: string;
}

export async function readColumns(reader: Reader): Promise<void> {
  const relations = await relationsOf(reader);
  const rows = await columnRows(reader);
  const internals = await columnInternals(reader);
  const known = new Map<string, Known>();
  for (const relation of relations.values()) {
    for (const row of rows.get(relation.oid) ?? []) {
      const key = `${row.relation} ${row.position}`;
      const address = { catalog: 'pg_class', oid: Number(row.relation), column: row.position };
      const sources = relation.parents.flatMap((oid) => known.get(`${oid} ${row.name}`) ?? []);
      const [source] = sources;
      const sourceId = source?.id ?? typeOf(reader, relation);
      const id = columnId(relation.schema, relation.name, row.name);
      const parent = objectId(relation.kind, [relation.schema, relation.name]);
      const notes = { position: row.position };
      const add = (facts: Column['facts'], ...addresses: readonly Address[]): void => {
        reader.add({ id, kind: 'column', parent, facts, notes }, ...addresses);
      };
      if (!row.inherited || sourceId === undefined) {
        add(ownFacts(relation, row, internals), address);
        known.set(`${row.relation} ${row.name}`, { row, id: reader.at(address) ?? id });
      } else {
        const facts = inheritedFacts(
          relation,
          row,
          sources.map((each) => each.row),
          internals,
        );
        if (row.hasSatellites || isSomething(facts)) {
          add(facts);
          reader.need(id, sourceId);
          reader.stands(address, id);
        }
        reader.alias(address, sourceId);
        known.set(`${row.relation} ${row.name}`, { row, id: sourceId });
      }
      const found = known.get(`${row.relation} ${row.name}`)?.id ?? id;
      reader.partName(row.name, found, parent);
      const sequence = internals.sequences.get(key);
      if (sequence !== undefined) reader.alias({ catalog: 'pg_class', oid: sequence.oid }, found);
      const expression = internals.expressions.get(key);
      if (expression !== undefined) reader.alias({ catalog: 'pg_attrdef', oid: expression.oid }, found);
      if (row.notNull?.oid) reader.alias({ catalog: 'pg_constraint', oid: row.notNull.oid }, found);
    }
  }
}

/** A typed table's columns belong to its type. */
function typeOf(reader: Reader, { ofType }: Relation): string | undefined {
  return ofType === null ? undefined : reader.at({ catalog: 'pg_type', oid: Number(ofType) });
}
