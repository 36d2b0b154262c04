import { identifier } from '../../catalog/identifier.ts';
import type { Report } from '../rule.ts';
import { alone } from './alone.ts';
import type { AddedConstraint } from './alter-table.ts';
import { inSections, insertedAt } from './sections.ts';

/** The same constraint, first without looking at the rows; none where more is asked for in one statement. */
export function validatedLater(added: AddedConstraint, chosen: string): { readonly fix?: NonNullable<Report['fix']> } {
  const { constraint, alter } = added;
  const { conname, location } = constraint;
  const own = alone(added);
  if (own === null || (conname === undefined && location === undefined)) return {};
  const name = identifier(conname ?? chosen);
  const named = conname === undefined ? insertedAt(own.sql, own.at(location ?? 0), `CONSTRAINT ${name} `) : own.sql;
  return {
    fix: {
      description: 'Add it NOT VALID, and validate it in a transaction of its own, which lets others read and write.',
      sql: inSections(
        ...own.among([
          { statements: [`${named} NOT VALID`] },
          { statements: [`${alter} VALIDATE CONSTRAINT ${name}`] },
        ]),
      ),
    },
  };
}
