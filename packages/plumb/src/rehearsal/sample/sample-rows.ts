import type { Client } from 'pg';
import type { Catalog, CatalogObject } from '../../catalog/catalog-object.ts';
import { reversed } from '../../catalog/dependents.ts';
import { objectId, qualified } from '../../catalog/identifier.ts';
import { type Column, isColumn } from '../../catalog/kinds/column/column-facts.ts';
import { columnsOf, descendantsOf } from '../../catalog/kinds/table/lineage.ts';
import type { Change } from '../../diff/diff-catalogs.ts';
import { kindOf } from '../../plan/decisions.ts';
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

/** What a plan leads from and to. */
export interface Migrated {
  /** The state that it begins with. */
  readonly before: Catalog;
  /** The same after the renames that it begins with. */
  readonly renamed: Catalog;
  readonly after: Catalog;
  readonly renames: readonly RenamedPath[];
  /** From `renamed` to `after`. */
  readonly changes: readonly Change[];
}

/** Rows for the tables that a plan touches. */
export function sampleRows(migrated: Migrated): SampleRows {
  const kept = keptTables(migrated);
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

function keptTables({ before: start, renamed, after, renames, changes }: Migrated): readonly KeptTable[] {
  const before = (path: readonly string[]): readonly string[] =>
    renames.reduceRight<readonly string[]>(
      (now, { was, is }) => (is.every((name, at) => now[at] === name) ? [...was, ...now.slice(is.length)] : now),
      path,
    );
  const reshaped = reshapedTypes(renamed, changes);
  const touched = touchedTables(renamed, after, changes);
  const ownColumns = columnsByTable(renamed, touched);
  return [...touched].flatMap((id) => {
    const [table, wanted] = [renamed.objects.get(id), after.objects.get(id)];
    if (table === undefined || wanted === undefined || losesOrGainsOthers(id, renamed, after)) return [];
    if (reachesElsewhere(id, renamed) || reachesElsewhere(id, after) || sharesNoColumn(id, renamed, after)) return [];
    const path = pathOf(table);
    if (!start.objects.has(objectId(table.kind, before(path)))) return [];
    const stay = (ownColumns.get(id) ?? []).filter((column) =>
      staysAsItIs(column, { renamed, after, reshaped, anythingRenamed: renamed !== start }),
    );
    const columns = stay.map(({ facts: { name } }) => [before([...path, name]).at(-1) ?? name, name] as const);
    return [{ before: qualified(...before(path)), after: qualified(...path), columns }];
  });
}

/** Where every value goes, there may be nothing of a row to carry over to a table that is made anew. */
function sharesNoColumn(id: string, from: Catalog, to: Catalog): boolean {
  const names = new Set(columnsOf(to, id).map(({ facts }) => facts.name));
  const before = columnsOf(from, id);
  return before.length > 0 && !before.some(({ facts }) => names.has(facts.name));
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
function touchedTables(from: Catalog, to: Catalog, changes: readonly Change[]): ReadonlySet<string> {
  const tables = new Set<string>();
  const visit = (catalog: Catalog, id: string): void => {
    for (let object = catalog.objects.get(id); object; object = catalog.objects.get(object.parent ?? '')) {
      if (object.kind === 'table') tables.add(object.id);
    }
  };
  const changed = new Set(changes.map((change) => (change.type === 'alter' ? change.to.id : change.object.id)));
  for (const id of changed) {
    visit(from, id);
    visit(to, id);
  }
  for (const [id, needed] of from.needs) if (hasAny(needed, changed)) visit(from, id);
  return tables;
}

function hasAny(ids: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const id of ids) if (wanted.has(id)) return true;
  return false;
}

function columnsByTable(catalog: Catalog, tables: ReadonlySet<string>): ReadonlyMap<string, readonly Column[]> {
  const byTable = new Map<string, Column[]>([...tables].map((table) => [table, []]));
  for (const object of catalog.objects.values()) if (isColumn(object)) byTable.get(object.parent ?? '')?.push(object);
  return byTable;
}

/** Whether a column's values are the same after. */
function staysAsItIs(
  column: Column,
  {
    renamed,
    after,
    reshaped,
    anythingRenamed,
  }: Pick<Migrated, 'renamed' | 'after'> & {
    readonly reshaped: ReadonlySet<string>;
    readonly anythingRenamed: boolean;
  },
): boolean {
  const wanted = after.objects.get(column.id);
  if (wanted === undefined || !isColumn(wanted)) return false;
  const { type, generated } = column.facts;
  if (type === null || type !== wanted.facts.type) return false;
  // worked out from the others, perhaps by a function that changes
  if (generated !== null || wanted.facts.generated !== null) return false;
  // a type of the user's, in which a value may have been renamed
  if (anythingRenamed && type.includes('.')) return false;
  const needed = renamed.needs.get(column.id) ?? new Set<string>();
  return ![...needed].some((id) => id !== column.parent && reshaped.has(id));
}

/** What changes with a row type of its own, and types that hold values of that. */
function reshapedTypes(from: Catalog, changes: readonly Change[]): ReadonlySet<string> {
  const reshaped = new Set<string>();
  for (const change of changes) {
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
