import type { Node } from 'libpg-query';
import type { Catalog } from '../catalog/catalog-object.ts';
import { qualified } from '../catalog/identifier.ts';
import type { Profile } from '../planner/profile/profile.ts';
import { type KnownTable, tableNamed } from '../rules/sql/known-tables.ts';
import { isNode } from '../rules/sql/nodes-of.ts';
import type { PlannedQuery } from './query.ts';

/** What is written to a table while the workload is run once, by its weights. */
export interface TableWrites {
  inserts: number;
  readonly updates: Updates[];
  /** Of the updates, the part that PostgreSQL now does without touching any index. */
  readonly hotShare: number;
  readonly columns: number;
  readonly existing: number;
}

interface Updates {
  readonly rows: number;
  /** Null where it isn't known. */
  readonly columns: ReadonlySet<string> | null;
}

type Activity = NonNullable<Profile['relations'][number]['activity']>;

/** By the qualified names of the tables: what the workload's own statements write, or else as much as production's do. */
export function writesOf(
  queries: readonly PlannedQuery[],
  reads: ReadonlyMap<string, number>,
  { profile, catalog }: { readonly profile: Profile | null; readonly catalog: Catalog },
): ReadonlyMap<string, TableWrites> {
  const writes = new Map<string, TableWrites>();
  const at = (table: KnownTable): TableWrites => {
    const known = writes.get(table.name) ?? noWrites(table, profile);
    writes.set(table.name, known);
    return known;
  };
  for (const query of queries) {
    const written = writtenTable(query.tree, catalog);
    if (written === null) continue;
    const rows = query.written * query.weight;
    if (written.updated === null) at(written.table).inserts += rows;
    else at(written.table).updates.push({ rows, columns: written.updated });
  }
  for (const relation of profile?.relations ?? []) {
    const name = qualified(relation.schema, relation.name);
    const weight = reads.get(name) ?? 0;
    const table = tableNamed(catalog, relation.schema, relation.name);
    if (relation.activity === undefined || weight === 0 || table === null || writes.has(name)) continue;
    const { inserts, updates } = perScan(relation.activity, relation.reltuples);
    if (inserts + updates === 0) continue;
    at(table).inserts += inserts * weight;
    at(table).updates.push({ rows: updates * weight, columns: null });
  }
  return writes;
}

function noWrites(table: KnownTable, profile: Profile | null): TableWrites {
  const relation = profile?.relations.find(({ schema, name }) => qualified(schema, name) === table.name);
  const { updates = 0, hotUpdates = 0 } = relation?.activity ?? {};
  const hotShare = updates === 0 ? 0 : Math.min(1, hotUpdates / updates);
  return { inserts: 0, updates: [], hotShare, columns: table.columns.size, existing: table.indexes.length };
}

/** As many scans as there have to be before it can be said how often a table is written for each. */
const enoughScans = 1000;

/**
 * How often a table is written for each time that it is read. Rows that are there may all have been put there at once, so
 * that they count once for each scan at most, and not at all where there were few.
 */
function perScan(
  { scans = 0, inserts = 0, updates = 0 }: Activity,
  tuples: number,
): { readonly inserts: number; readonly updates: number } {
  const usual = scans < enoughScans ? 0 : scans;
  const each = (count: number): number =>
    Math.max(count - Math.max(0, tuples), Math.min(count, usual), 0) / Math.max(1, scans);
  return { inserts: each(inserts), updates: each(updates) };
}

interface Written {
  readonly table: KnownTable;
  /** Null for an INSERT. */
  readonly updated: ReadonlySet<string> | null;
}

function writtenTable(tree: Node, catalog: Catalog): Written | null {
  if (isNode(tree, 'InsertStmt')) {
    const { schemaname, relname = '' } = tree.InsertStmt.relation ?? {};
    const table = tableNamed(catalog, schemaname, relname);
    return table === null ? null : { table, updated: null };
  }
  if (!isNode(tree, 'UpdateStmt')) return null;
  const { relation, targetList = [] } = tree.UpdateStmt;
  const table = tableNamed(catalog, relation?.schemaname, relation?.relname ?? '');
  const columns = targetList.flatMap((each) => (isNode(each, 'ResTarget') ? (each.ResTarget.name ?? []) : []));
  return table === null ? null : { table, updated: new Set(columns) };
}
