import type { Constraint } from 'libpg-query';
import { identifier } from '../../catalog/identifier.ts';
import type { Report } from '../rule.ts';
import type { AddedColumn } from './alter-table.ts';
import { inSections } from './sections.ts';

/** A new column without its last constraint, which is added NOT VALID and validated later; none where the text can't be taken apart. */
export function splitOff(
  { step, column, commands, constraints, alter }: AddedColumn,
  constraint: Constraint,
  { chosen, clause }: { readonly chosen: string; readonly clause: (text: string) => string },
): { readonly fix?: NonNullable<Report['fix']> } {
  const { conname, location = 0 } = constraint;
  if (commands.length !== 1 || constraints.at(-1) !== constraint || column.colname === undefined) return {};
  const bytes = Buffer.from(step.sql);
  const before = bytes.toString('utf8', 0, location).trimEnd();
  const text = bytes.toString('utf8', location).replace(/^constraint\s+(?:"(?:[^"]|"")*"|\S+)\s+/i, '');
  const name = identifier(conname ?? chosen);
  return {
    fix: {
      description: 'Add the column, then the constraint NOT VALID, and validate it in a transaction of its own.',
      sql: inSections(
        { statements: [before, `${alter} ADD CONSTRAINT ${name} ${clause(text)} NOT VALID`] },
        { statements: [`${alter} VALIDATE CONSTRAINT ${name}`] },
      ),
    },
  };
}
