import { qualified } from '../../catalog/identifier.ts';
import type { Report, SchemaView } from '../rule.ts';
import { columnsByPath, type TableColumn } from './columns-of.ts';
import { columnOfKey, indexesByTable, type TableIndex } from './indexes-of.ts';

/** Tells of each index one of whose keys is a column that something is so of. */
export function* reportIndexed(
  { catalog }: SchemaView,
  isSo: (index: TableIndex, column: TableColumn) => boolean,
  message: (index: TableIndex, column: TableColumn) => string,
): Generator<Report> {
  const columns = columnsByPath(catalog);
  for (const index of [...indexesByTable(catalog).values()].flat()) {
    const found = index.keys.flatMap((key) => {
      const name = columnOfKey(key);
      return (name === null ? undefined : columns.get(`${index.table}.${qualified(name)}`)) ?? [];
    });
    const column = found.find((each) => isSo(index, each));
    if (column === undefined) continue;
    yield {
      message: message(index, column),
      objects: [index.path, column.path, index.table],
      evidence: { keys: index.keys, type: column.type },
    };
  }
}
