import { placeOf } from '../../address-map.ts';
import { objectId } from '../../identifier.ts';
import type { Reader } from '../../reader.ts';
import { type Relation, relationsOf } from '../../relations.ts';
import { columnId } from './column-facts.ts';
import { type ColumnInternals, columnInternals } from './column-internals.ts';
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
  const known = new Map<number, Map<string, Known>>();
  const inheritedFrom = new Set([...relations.values()].flatMap(({ parents }) => parents));
  for (const relation of relations.values()) {
    const { oid, schema, name, kind, parents } = relation;
    const parent = objectId(kind, [schema, name]);
    const ofType = typeOf(reader, relation);
    const own = new Map<string, Known>();
    known.set(oid, own);
    for (const row of rows.get(oid) ?? []) {
      const address = { catalog: 'pg_class', oid, column: row.position };
      const sources = parents.flatMap((above) => known.get(above)?.get(row.name) ?? []);
      const sourceId = sources[0]?.id ?? ofType;
      const id = columnId(schema, name, row.name);
      let found = sourceId ?? id;
      if (!row.inherited || sourceId === undefined) {
        const facts = ownFacts(relation, row, internals);
        reader.add({ id, kind: 'column', parent, facts, notes: { position: row.position } }, address);
        found = reader.objects.has(id) ? id : (reader.at(address) ?? id);
      } else {
        const above = sources.map((each) => each.row);
        const facts = inheritedFacts(relation, row, above, internals);
        if (row.hasSatellites || isSomething(facts)) {
          reader.add({ id, kind: 'column', parent, facts, notes: { position: row.position } });
          reader.need(id, sourceId);
          reader.stands(address, id);
        }
        reader.alias(address, sourceId);
      }
      if (inheritedFrom.has(oid)) own.set(row.name, { row, id: found });
      reader.partName(row.name, found, parent);
      aliasInternals(reader, row, found, internals);
    }
  }
}

/** What PostgreSQL keeps of a column as rows of other catalogues is part of it. */
function aliasInternals(reader: Reader, row: ColumnRow, id: string, internals: ColumnInternals): void {
  if (row.notNull?.oid) reader.alias({ catalog: 'pg_constraint', oid: row.notNull.oid }, id);
  if (row.identity === '' && row.generated === '') return;
  const key = placeOf(row.relation, row.position);
  const sequence = internals.sequences.get(key);
  if (sequence !== undefined) reader.alias({ catalog: 'pg_class', oid: sequence.oid }, id);
  const expression = internals.expressions.get(key);
  if (expression !== undefined) reader.alias({ catalog: 'pg_attrdef', oid: expression.oid }, id);
}

/** A typed table's columns belong to its type. */
function typeOf(reader: Reader, { ofType }: Relation): string | undefined {
  return ofType === null ? undefined : reader.at({ catalog: 'pg_type', oid: ofType });
}
