import type { Catalog } from '../../catalog/catalog-object.ts';
import { qualified } from '../../catalog/identifier.ts';
import type { Usage } from '../../catalog/usage/usage.ts';
import { columnsByTable, isText, type TableColumn } from './columns-of.ts';
import { keysOf } from './constraints-of.ts';
import { grouped } from './grouped.ts';
import { columnOfKey } from './indexes-of.ts';
import { wordsOf } from './words-of.ts';

/** Columns of a table that say something of what another column stands for. */
export interface DependentColumns {
  readonly table: string;
  readonly of: TableColumn;
  /** Whether that one is a part of the primary key, which has several. */
  readonly isPartOfKey: boolean;
  readonly columns: readonly TableColumn[];
  /** Whether rows say so, or only the names. */
  readonly seen: boolean;
}

/** What the rows say, and what names do: `customer_name` beside `customer_id`. */
export function dependentColumns(catalog: Catalog, usage: Usage | null): readonly DependentColumns[] {
  const keys = grouped(keysOf(catalog), ({ schema, table }) => qualified(schema, table));
  return [...columnsByTable(catalog)].flatMap(([table, columns]) => {
    const own = keys.get(table) ?? [];
    const primary = (own.find(({ type }) => type === 'primary key')?.keys ?? []).map(columnOfKey);
    const unique = new Set(own.filter((key) => key.keys.length === 1).map((key) => columnOfKey(key.keys[0] ?? '')));
    const inKey = new Set(own.flatMap((key) => key.keys.map(columnOfKey)));
    return columns.flatMap((of): readonly DependentColumns[] => {
      // what tells a row apart may be followed by all of it
      if (unique.has(of.name)) return [];
      const others = columns.filter(({ name }) => name !== of.name && !inKey.has(name));
      const seen = others.filter(({ name }) => isSeen(usage, table, of.name, name));
      const named = others.filter((each) => isOf(each, of));
      const found = [...new Set([...seen, ...named])];
      const isPartOfKey = primary.includes(of.name);
      return found.length === 0 ? [] : [{ table, of, isPartOfKey, columns: found, seen: seen.length > 0 }];
    });
  });
}

function isSeen(usage: Usage | null, table: string, of: string, column: string): boolean {
  return (usage?.dependencies ?? []).some(
    (each) => each.table === table && each.column === column && each.of.length === 1 && each.of[0] === of,
  );
}

/** What a thing has once, whoever refers to it. A price or an address may be as it was then. */
const once =
  /^(?:name|full name|first name|last name|title|e ?mail|email address|phone|phone number|description|category|category name|location|country|birth ?(?:date|day)|isbn|sku|author|department|manager|code)$/;

function isOf(column: TableColumn, of: TableColumn): boolean {
  if (!/id$/i.test(of.name) || !/^(?:bigint|integer|smallint|uuid)$/.test(of.base) || !isText(column)) return false;
  const [stem, last] = [wordsOf(of.name).slice(0, -1).join(' '), wordsOf(of.name).at(-1)];
  if (last !== 'id' || stem === '') return false;
  const words = wordsOf(column.name).join(' ');
  return words.startsWith(`${stem} `) && once.test(words.slice(stem.length + 1));
}
