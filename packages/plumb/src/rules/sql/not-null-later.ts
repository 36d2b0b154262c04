import { identifier } from '../../catalog/identifier.ts';
import { chosenName } from '../../catalog/object-name.ts';
import type { SectionText } from './sections.ts';

export interface ColumnToFill {
  readonly table: string;
  readonly column: string;
  /** Of the constraint; null where PostgreSQL chooses it. */
  readonly name: string | null;
}

/** NOT NULL whose rows are looked at while others work: since 18 not valid at first, before by a CHECK that proves it. */
export function notNullLater(
  columns: readonly ColumnToFill[],
  { alter, major }: { readonly alter: string; readonly major: number },
): readonly SectionText[] {
  const named = columns.map(({ table, column, name }) => ({
    column: identifier(column),
    constraint: identifier(name ?? chosenName(table, column, 'not_null')),
    proof: identifier(chosenName(table, column, 'not_null_proof')),
  }));
  if (major >= 18) {
    return [
      {
        statements: named.map(
          ({ column, constraint }) => `${alter} ADD CONSTRAINT ${constraint} NOT NULL ${column} NOT VALID`,
        ),
      },
      { statements: named.map(({ constraint }) => `${alter} VALIDATE CONSTRAINT ${constraint}`) },
    ];
  }
  return [
    {
      statements: named.map(
        ({ column, proof }) => `${alter} ADD CONSTRAINT ${proof} CHECK (${column} IS NOT NULL) NOT VALID`,
      ),
    },
    { statements: named.map(({ proof }) => `${alter} VALIDATE CONSTRAINT ${proof}`) },
    {
      statements: named.flatMap(({ column, proof }) => [
        `${alter} ALTER COLUMN ${column} SET NOT NULL`,
        `${alter} DROP CONSTRAINT ${proof}`,
      ]),
    },
  ];
}
