import type { Report, SchemaView } from '../rule.ts';
import type { TableColumn } from './columns-of.ts';
import { columnsOf } from './columns-of.ts';

/** Tells of each column that something is so of. */
export function* reportColumns(
  { catalog }: SchemaView,
  isSo: (column: TableColumn) => boolean,
  message: (column: TableColumn) => string,
): Generator<Report> {
  for (const column of columnsOf(catalog)) {
    if (!isSo(column)) continue;
    yield {
      message: message(column),
      objects: [column.path, column.tablePath],
      evidence: { type: column.type, default: column.default },
    };
  }
}
