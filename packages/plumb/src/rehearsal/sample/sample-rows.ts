import type { Client } from 'pg';
import type { Catalog, CatalogObject } from '../../catalog/catalog-object.ts';
import { objectId, qualified } from '../../catalog/identifier.ts';
import { isColumn } from '../../catalog/kinds/column/column-facts.ts';
import { descendantsOf } from '../../catalog/kinds/table/lineage.ts';
import { diffCatalogs } from '../../diff/diff-catalogs.ts';
import { kindOf, reversed } from '../../plan/decisions.ts';
import type { RowWatch } from '../prove.ts';
import { type Filled, fillTables } from './fill-tables.ts';
import { type KeptTable, watchRows } from './keep-rows.ts';

export interface RenamedPath {
  readonly was: readonly string[];
  readonly is: readonly string[];
}

export interface SampleRows extends RowWatch {
  /** What was found for the tables that the plan touches; null until it ran. */
  readonly filled: () => Filled | null;
}

/**
 * Rows for the tables that a plan touches: `before` is the state that it begins with, `renamed` the same after the
 * renames that it begins with.
 */
export function sampleRows(state: {
  readonly before: Catalog;
  readonly renamed: Catalog;
  readonly after: Catalog;
  readonly renames: readonly RenamedPath[];
}): SampleRows {
  const kept = keptTables(state);
  let filled: Filled | null = null;
  let compare: Awaited<ReturnType<typeof watchRows>> | null = null;
  return {
    filled: () => filled,
    prepare: async (client: Client) => {
      filled = await fillTables(
        client,
        kept.map(({ before }) => before),
      );
      compare = await watchRows(client, kept);
    },
    check: async (client, way) => (await compare?.(client, way)) ?? [],
  };
}

function keptTables({
  before: start,
  renamed,
  after,
  renames,
}: {
  readonly before: Catalog;
  readonly renamed: Catalog;
  readonly after: Catalog;
  readonly renames: readonly RenamedPath[];
}): readonly KeptTable[] {
  const touched = touchedTables(renamed, after);
  const stay = columnsThatStay(renamed, after, renamed !== start);
  const before = (path: readonly string[]): readonly string[] =>
    renames.reduceRight<readonly string[]>(
      (now, { was, is }) => (is.every((name, at) => now[at] === name) ? [...was, ...now.slice(is.length)] : now),
      path,
    );
  return [...touched].flatMap((id) => {
    const [table, wanted] = [renamed.objects.get(id), after.objects.get(id)];
    if (table === undefined || wanted === undefined || losesOrGainsOthers(id, renamed, after)) return [];
    if (reachesElsewhere(id, renamed) || reachesElsewhere(id, after)) return [];
    const path = pathOf(table);
    if (!start.objects.has(objectId(table.kind, before(path)))) return [];
    const columns = (stay.get(id) ?? []).map((name) => [before([...path, name]).at(-1) ?? name, name] as const);
    return [{ before: qualified(...before(path)), after: qualified(...path), columns }];
  });
}

/** Whether its rows become more or fewer as tables leave or join it: partitions, tables that inherit from it. */
function losesOrGainsOthers(id: string, from: Catalog, to: Catalog): boolean {
  const [before, after] = [descendantsOf(from, id), descendantsOf(to, id)];
  const leaves = before.some((table) => !after.includes(table));
  return leaves || after.some((table) => from.objects.has(table) && !before.includes(table));
}

/** Whether rows of its are on another server, for which a shadow doesn't ask. */
function reachesElsewhere(id: string, catalog: Catalog): boolean {
  return descendantsOf(catalog, id).some((table) => table.startsWith('foreign-table '));
}

/** Tables of which something changes, or whose columns are of a type that does. */
function touchedTables(from: Catalog, to: Catalog): ReadonlySet<string> {
  const tables = new Set<string>();
  const visit = (catalog: Catalog, id: string): void => {
    for (let object = catalog.objects.get(id); object; object = catalog.objects.get(object.parent ?? '')) {
      if (object.kind === 'table') tables.add(object.id);
    }
  };
  const changed = new Set(
    diffCatalogs(from, to).map((change) => (change.type === 'alter' ? change.to.id : change.object.id)),
  );
  for (const id of changed) {
    visit(from, id);
    visit(to, id);
  }
  for (const [id, needed] of from.needs) if ([...needed].some((each) => changed.has(each))) visit(from, id);
  return tables;
}

/** Columns whose values are the same after, by their tables. */
function columnsThatStay(from: Catalog, to: Catalog, anythingRenamed: boolean): ReadonlyMap<string, readonly string[]> {
  const byTable = new Map<string, string[]>();
  const reshaped = reshapedTypes(from, to);
  for (const object of from.objects.values()) {
    const wanted = to.objects.get(object.id);
    if (wanted === undefined || !isColumn(object) || !isColumn(wanted) || object.parent === null) continue;
    const { type, generated, name } = object.facts;
    if (type === null || type !== wanted.facts.type) continue;
    // worked out from the others, perhaps by a function that changes
    if (generated !== null || wanted.facts.generated !== null) continue;
    // a type of the user's, in which a value may have been renamed
    if (anythingRenamed && type.includes('.')) continue;
    if ([...(from.needs.get(object.id) ?? [])].some((needed) => needed !== object.parent && reshaped.has(needed)))
      continue;
    const known = byTable.get(object.parent);
    if (known === undefined) byTable.set(object.parent, [name]);
    else known.push(name);
  }
  return byTable;
}

/** What changes with a row type of its own, and types that hold values of that. */
function reshapedTypes(from: Catalog, to: Catalog): ReadonlySet<string> {
  const reshaped = new Set<string>();
  for (const change of diffCatalogs(from, to)) {
    const { id, parent } = change.type === 'alter' ? change.from : change.object;
    reshaped.add(id);
    if (parent !== null) reshaped.add(parent);
  }
  const users = reversed(from.needs);
  for (const type of reshaped) {
    for (const user of users.get(type) ?? []) if (/^(composite|domain) /.test(user)) reshaped.add(user);
  }
  return reshaped;
}

function pathOf(object: CatalogObject): readonly string[] {
  return kindOf(object).renaming?.path(object) ?? [];
}
