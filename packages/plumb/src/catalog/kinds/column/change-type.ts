import { identifier } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { type Hazard, type Statement, statement } from '../../statement.ts';
import { alterColumn, relationName } from './alter-relation.ts';
import type { ColumnFacts } from './column-facts.ts';
import { notInSteps } from './stepwise/fill-rows.ts';
import { conversion } from './type/conversion.ts';
import { typeHazards } from './type/effects.ts';

/** Gives a column another type or collation. `hindrance` is why that isn't done in steps. */
export function changeType(from: ColumnFacts, to: ColumnFacts, context: Context, hindrance: string | null): Statement {
  const using = usingOf(from, to, context);
  return statement(
    [
      `${alterColumn(to)} TYPE ${to.type}`,
      ...(to.collation === null ? [] : [`COLLATE ${to.collation}`]),
      ...(using === null ? [] : [`USING ${using}`]),
    ].join(' '),
    {
      hazards: retypingHazards(from, to, context).map((hazard) =>
        hazard.kind === 'rewrites-table' || hazard.kind === 'scans-table'
          ? { ...hazard, message: `${hazard.message}${notInSteps(hindrance)}` }
          : hazard,
      ),
    },
  );
}

/** What a new type does to the rows. */
export function retypingHazards(from: ColumnFacts, to: ColumnFacts, context: Context): readonly Hazard[] {
  const table = relationName(to);
  return typeHazards(
    `${table}.${identifier(to.name)}`,
    table,
    { from: from.type ?? '', to: to.type ?? '', converts: usingOf(from, to, context) !== null },
    context,
  );
}

/**
 * What the values are converted with, where PostgreSQL doesn't know by itself. A generated column's are worked out anew.
 * `row` stands before the column: `NEW.`
 */
export function usingOf(from: ColumnFacts, to: ColumnFacts, context: Context, row = ''): string | null {
  if (from.type === null || to.type === null || from.type === to.type || to.generated !== null) return null;
  return conversion(`${row}${identifier(to.name)}`, from.type, to.type, context);
}
