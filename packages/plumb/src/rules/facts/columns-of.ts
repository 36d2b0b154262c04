import type { Catalog } from '../../catalog/catalog-object.ts';
import { qualified } from '../../catalog/identifier.ts';
import { type ColumnFacts, isColumn } from '../../catalog/kinds/column/column-facts.ts';
import { isDefault } from '../../catalog/kinds/default/default-facts.ts';
import { grouped } from './grouped.ts';
import { factsOf, objectsOf } from './objects-of.ts';

/** A column where it is declared, with its type down to what a domain stands for. */
export interface TableColumn extends ColumnFacts {
  readonly path: string;
  /** Of its table. */
  readonly tablePath: string;
  /** `character varying(20)`; of a domain what it stands for. */
  readonly base: string;
  /** Whether its type is the user's own domain. */
  readonly isDomain: boolean;
  readonly default: string | null;
  readonly position: number;
}

const known = new WeakMap<Catalog, readonly TableColumn[]>();

/** Columns of tables, not of foreign ones. */
export function columnsOf(catalog: Catalog): readonly TableColumn[] {
  const found = known.get(catalog) ?? findColumns(catalog);
  known.set(catalog, found);
  return found;
}

/** By their table's qualified name. */
export function columnsByTable(catalog: Catalog): ReadonlyMap<string, readonly TableColumn[]> {
  return grouped(columnsOf(catalog), ({ tablePath }) => tablePath);
}

export function columnsByPath(catalog: Catalog): ReadonlyMap<string, TableColumn> {
  return new Map(columnsOf(catalog).map((column) => [column.path, column]));
}

function findColumns(catalog: Catalog): readonly TableColumn[] {
  const domains = new Map(factsOf(catalog, 'domain').map((facts) => [qualified(facts.schema, facts.name), facts.type]));
  const defaults = new Map<string, string | null>();
  for (const object of objectsOf(catalog, 'default')) {
    if (!isDefault(object)) continue;
    const { schema, table, column, expression } = object.facts;
    defaults.set(qualified(schema, table, column), expression);
  }
  return objectsOf(catalog, 'column').flatMap((object): readonly TableColumn[] => {
    if (!isColumn(object) || object.facts.type === null || object.facts.relation !== 'table') return [];
    const { facts, notes } = object;
    const path = qualified(facts.schema, facts.table, facts.name);
    return [
      {
        ...facts,
        path,
        tablePath: qualified(facts.schema, facts.table),
        base: baseOf(object.facts.type, domains),
        isDomain: domains.has(object.facts.type),
        default: defaults.get(path) ?? null,
        position: notes?.position ?? 0,
      },
    ];
  });
}

function baseOf(type: string, domains: ReadonlyMap<string, string>): string {
  const below = domains.get(type);
  return below === undefined ? type : baseOf(below, domains);
}

/** Whether it holds text of any kind. */
export function isText({ base }: TableColumn): boolean {
  return /^(?:text|character varying|character|citext|\w+\.citext)(?:\(\d+\))?$/.test(base);
}
