import type { CatalogObject } from '../../catalog-object.ts';
import type { Reader } from '../../reader.ts';

import { type Relations, relationsOf } from '../../relations.ts';
import { relationColumns } from '../column/relation-columns.ts';
import { type IndexColumns, readIndexColumns } from '../index/index-columns.ts';
import { type ConstraintFacts, constraintId } from './constraint-facts.ts';
import { type ConstraintRow, constraintRows } from './constraint-rows.ts';
import { type Columns, factsOf } from './facts-of-row.ts';

/** Reads the constraints of tables: those that a table has from another stand where they come from. */
export async function readConstraints(reader: Reader): Promise<void> {
  const rows = await constraintRows(reader);
  if (rows.length === 0) return;
  const relations = await relationsOf(reader);
  const columns: Columns = namesIn(await relationColumns(reader));
  const special = rows.some(needsIndexColumns(relations))
    ? await readIndexColumns(reader)
    : new Map<number, IndexColumns>();
  const known: Known = { byOid: new Map(), checks: new Map() };
  const inherited: ConstraintRow[] = [];
  for (const row of rows) {
    const relation = relations.get(row.relation);
    const parent = reader.at({ catalog: 'pg_class', oid: row.relation });
    if (relation === undefined || parent === undefined) continue;
    if (reader.objects.get(parent)?.kind === 'extension') {
      for (const address of addressesOf(row)) reader.alias(address, parent);
      continue;
    }
    if (isInherited(row)) {
      inherited.push(row);
      continue;
    }
    const referenced = relations.get(row.referenced ?? 0) ?? null;
    const { names, statistics = {} } = special.get(row.index ?? 0) ?? {};
    const facts = factsOf(row, { relation, referenced, columns, statistics });
    if (facts === null) continue;
    const id = constraintId(facts.schema, facts.table, facts.name);
    const object: CatalogObject<ConstraintFacts> = { id, kind: 'constraint', parent, facts };
    reader.add(names === undefined ? object : { ...object, notes: { indexColumns: names } }, ...addressesOf(row));
    known.byOid.set(row.oid, id);
    if (row.type === 'c') known.checks.set(`${row.relation} ${row.name}`, id);
  }
  aliasInherited(reader, inherited, known, relations);
}

/** Ids of constraints that were read; of checks also by the oid of their table and their name. */
interface Known {
  readonly byOid: Map<number, string>;
  readonly checks: Map<string, string>;
}

/** Checks that a table only has from its parents, and what foreign keys are made of on partitions. */
function isInherited({ type, local, parent }: ConstraintRow): boolean {
  if (type === 'f') return parent !== null;
  return type === 'c' && !local;
}

function aliasInherited(reader: Reader, rows: readonly ConstraintRow[], known: Known, relations: Relations): void {
  const byOid = new Map(rows.map((row) => [row.oid, row]));
  const origin = (row: ConstraintRow): string | undefined => {
    if (row.parent !== null) {
      const above = byOid.get(row.parent);
      return known.byOid.get(row.parent) ?? (above && origin(above));
    }
    return originOfCheck(row.relation, row.name);
  };
  const originOfCheck = (relation: number, name: string): string | undefined => {
    for (const parent of relations.get(relation)?.parents ?? []) {
      const found = known.checks.get(`${parent} ${name}`) ?? originOfCheck(parent, name);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const row of rows) {
    const id = origin(row);
    if (id !== undefined) for (const address of addressesOf(row)) reader.alias(address, id);
  }
}

function addressesOf({ oid, index }: ConstraintRow): readonly { readonly catalog: string; readonly oid: number }[] {
  const own = { catalog: 'pg_constraint', oid };
  return index === null ? [own] : [own, { catalog: 'pg_class', oid: index }];
}

function needsIndexColumns(relations: Relations): (row: ConstraintRow) => boolean {
  return ({ type, index, relation }) =>
    type === 'x' || (index !== null && relations.get(relation)?.partitioned === true);
}

function namesIn(columns: Awaited<ReturnType<typeof relationColumns>>): Columns {
  return (relation, numbers) => numbers.map((number) => columns(relation, number)?.name ?? '');
}
