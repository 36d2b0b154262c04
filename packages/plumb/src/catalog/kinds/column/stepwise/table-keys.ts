import type { Catalog, CatalogObject } from '../../../catalog-object.ts';
import { parsePath } from '../../../identifier.ts';
import { standsOnIndex } from '../../constraint/constraint-facts.ts';
import { indexId, isIndex } from '../../index/index-facts.ts';
import { effectiveColumn } from '../../table/lineage.ts';

/** The columns, as they are written in SQL, that tell a table's rows apart: its primary key, else another one. */
export function keyOf(table: string, catalog: Catalog): readonly string[] | null {
  let found: readonly string[] | null = primaryKeyOf(table, catalog);
  for (const object of catalog.objects.values()) {
    if (found !== null) break;
    const keys = object.parent === table ? uniqueKeys(object) : null;
    if (keys?.every((key) => isFilled(table, key, catalog))) found = keys;
  }
  return found;
}

/** The names of the columns by which subscribers tell a table's rows apart; `full` are all, null none. */
export function replicaIdentityOf(table: string, catalog: Catalog): readonly string[] | 'full' | null {
  const name = table.slice(table.indexOf(' ') + 1);
  const facts = catalog.objects.get(`replica-identity ${name}`)?.facts;
  if (facts === undefined) return primaryKeyOf(table, catalog)?.flatMap((key) => columnIn(key) ?? []) ?? null;
  if ('mode' in facts && facts.mode === 'full') return 'full';
  if (!('index' in facts && typeof facts.index === 'string' && 'schema' in facts)) return null;
  const id = indexId(String(facts.schema), facts.index);
  const index =
    catalog.objects.get(id) ?? catalog.objects.get(`constraint ${name}.${id.slice(id.lastIndexOf('.') + 1)}`);
  const keys = index === undefined ? null : uniqueKeys(index);
  return keys?.flatMap((key) => columnIn(key) ?? []) ?? null;
}

function primaryKeyOf(table: string, { objects }: Catalog): readonly string[] | null {
  for (const object of objects.values()) {
    if (object.parent === table && standsOnIndex(object) && object.facts.type === 'primary key')
      return object.facts.keys;
  }
  return null;
}

function uniqueKeys(object: CatalogObject): readonly string[] | null {
  if (standsOnIndex(object)) return object.facts.type === 'exclusion' ? null : object.facts.keys;
  if (!isIndex(object) || !object.facts.unique || !object.facts.valid || object.facts.where !== null) return null;
  return object.facts.keys;
}

function isFilled(table: string, key: string, catalog: Catalog): boolean {
  const name = columnIn(key);
  return name !== null && effectiveColumn(catalog, table, name)?.facts.notNull?.valid === true;
}

/** The column that a key is, where it is no expression and has no operator class or order of its own. */
function columnIn(key: string): string | null {
  return /^(?:[a-z_][a-z0-9_]*|"(?:[^"]|"")+")$/.test(key) ? (parsePath(key)?.[0] ?? null) : null;
}
