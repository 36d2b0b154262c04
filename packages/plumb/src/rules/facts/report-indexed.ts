import { qualified } from '../../catalog/identifier.ts';
import type { Report, SchemaView } from '../rule.ts';
import { columnsByPath, type TableColumn } from './columns-of.ts';
import { columnOfKey, indexesByTable, type TableIndex } from './indexes-of.ts';

/** Tells of each index whose first key is a column that something is so of. */
export function* reportIndexed(
  { catalog }: SchemaView,
  isSo: (index: TableIndex, column: TableColumn) => boolean,
  message: (index: TableIndex, column: TableColumn) => string,
): Generator<Report> {
  const columns = columnsByPath(catalog);
  for (const index of [...indexesByTable(catalog).values()].flat()) {
    const name = columnOfKey(index.keys[0] ?? '');
    const column = name === null ? undefined : columns.get(`${index.table}.${qualified(name)}`);
    if (column === undefined || !isSo(index, column)) continue;
    yield {
      message: message(index, column),
      objects: [index.path, column.path, index.table],
      evidence: { keys: index.keys, type: column.type },
    };
  }
}
