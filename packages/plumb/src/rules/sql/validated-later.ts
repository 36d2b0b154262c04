import { identifier } from '../../catalog/identifier.ts';
import type { Report } from '../rule.ts';
import type { AddedConstraint } from './alter-table.ts';
import { inSections, insertedAt } from './sections.ts';

/** The same constraint, first without looking at the rows; none where more is asked for in one statement. */
export function validatedLater(
  { step, commands, constraint, alter }: AddedConstraint,
  chosen: string,
): { readonly fix?: NonNullable<Report['fix']> } {
  const { conname, location } = constraint;
  if (commands.length !== 1 || (conname === undefined && location === undefined)) return {};
  const name = identifier(conname ?? chosen);
  const named = conname === undefined ? insertedAt(step.sql, location ?? 0, `CONSTRAINT ${name} `) : step.sql;
  return {
    fix: {
      description: 'Add it NOT VALID, and validate it in a transaction of its own, which lets others read and write.',
      sql: inSections({ statements: [`${named} NOT VALID`] }, { statements: [`${alter} VALIDATE CONSTRAINT ${name}`] }),
    },
  };
}
