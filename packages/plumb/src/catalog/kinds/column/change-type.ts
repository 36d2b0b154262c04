import { identifier } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { alterColumn, relationName } from './alter-relation.ts';
import type { ColumnFacts } from './column-facts.ts';
import { conversion } from './type/conversion.ts';
import { typeHazards } from './type/effects.ts';

/** Gives a column another type or collation. */
export function changeType(from: ColumnFacts, to: ColumnFacts, context: Context): Statement {
  const [old, wanted] = [from.type ?? '', to.type ?? ''];
  const using = usingOf(from, to, context);
  return statement(
    [
      `${alterColumn(to)} TYPE ${wanted}`,
      ...(to.collation === null ? [] : [`COLLATE ${to.collation}`]),
      ...(using === null ? [] : [`USING ${using}`]),
    ].join(' '),
    {
      hazards: typeHazards(
        `${relationName(to)}.${identifier(to.name)}`,
        relationName(to),
        { from: old, to: wanted, converts: using !== null },
        context,
      ),
    },
  );
}

/** What the values are converted with, where PostgreSQL doesn't know by itself. A generated column's are worked out anew. */
export function usingOf(from: ColumnFacts, to: ColumnFacts, context: Context): string | null {
  if (from.type === null || to.type === null || from.type === to.type || to.generated !== null) return null;
  return conversion(identifier(to.name), from.type, to.type, context);
}
