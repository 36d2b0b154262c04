import type { Constraint } from 'libpg-query';
import { identifier } from '../../catalog/identifier.ts';
import type { Report } from '../rule.ts';
import { alone } from './alone.ts';
import type { AddedColumn } from './alter-table.ts';
import { inSections } from './sections.ts';

/** A new column without its last constraint, which is added NOT VALID and validated later; none where the text can't be taken apart. */
export function splitOff(
  added: AddedColumn,
  constraint: Constraint,
  { chosen, clause }: { readonly chosen: string; readonly clause: (text: string) => string },
): { readonly fix?: NonNullable<Report['fix']> } {
  const { column, constraints, alter } = added;
  const { conname, location = 0 } = constraint;
  const own = alone(added);
  if (own === null || constraints.at(-1) !== constraint || column.colname === undefined) return {};
  const bytes = Buffer.from(own.sql);
  const before = bytes.toString('utf8', 0, own.at(location)).trimEnd();
  const text = bytes.toString('utf8', own.at(location)).replace(/^constraint\s+(?:"(?:[^"]|"")*"|\S+)\s+/i, '');
  const name = identifier(conname ?? chosen);
  return {
    fix: {
      description: 'Add the column, then the constraint NOT VALID, and validate it in a transaction of its own.',
      sql: inSections(
        ...own.among([
          { statements: [before, `${alter} ADD CONSTRAINT ${name} ${clause(text)} NOT VALID`] },
          { statements: [`${alter} VALIDATE CONSTRAINT ${name}`] },
        ]),
      ),
    },
  };
}
