import { identifier } from '../../catalog/identifier.ts';
import { isColumn } from '../../catalog/kinds/column/column-facts.ts';
import type { MigrationView, Report } from '../rule.ts';
import { alone } from './alone.ts';
import { type AddedConstraint, namesIn, written } from './alter-table.ts';
import { isPartitioned } from './built-concurrently.ts';
import { inSections } from './sections.ts';
import { seenName } from './seen-name.ts';

/** A unique or primary key on an index that is built before, while others work; none where that isn't the same. */
export function onIndexBuiltBefore(
  added: AddedConstraint,
  chosen: string,
  { before }: MigrationView,
): { readonly fix?: NonNullable<Report['fix']> } {
  const { step, relation, constraint, alter } = added;
  const own = alone(added);
  const table = seenName(step.observation?.locks ?? {}, relation);
  const { contype, options = [], without_overlaps: overlaps = false, indexspace } = constraint;
  const columns = namesIn(constraint.keys);
  const plain = options.length === 0 && !overlaps && indexspace === undefined;
  if (own === null || !plain || table === null || isPartitioned(before, table)) return {};
  const primary = contype === 'CONSTR_PRIMARY';
  const filled = [...before.objects.values()]
    .filter(isColumn)
    .filter(({ facts }) => `${facts.schema}.${facts.table}` === table && facts.notNull?.valid)
    .map(({ facts }) => facts.name);
  // otherwise adding the key would read all rows, too
  if (primary && !columns.every((column) => filled.includes(column))) return {};
  const name = identifier(constraint.conname ?? chosen);
  const include = namesIn(constraint.including);
  const index = [
    `CREATE UNIQUE INDEX CONCURRENTLY ${name} ON ${written(relation)} (${columns.map(identifier).join(', ')})`,
    ...(include.length === 0 ? [] : [`INCLUDE (${include.map(identifier).join(', ')})`]),
    ...(constraint.nulls_not_distinct ? ['NULLS NOT DISTINCT'] : []),
  ].join(' ');
  const deferral = constraint.deferrable ? ` DEFERRABLE${constraint.initdeferred ? ' INITIALLY DEFERRED' : ''}` : '';
  const key = `${primary ? 'PRIMARY KEY' : 'UNIQUE'} USING INDEX ${name}${deferral}`;
  return {
    fix: {
      description: 'Build the index while others read and write; the constraint takes it over.',
      sql: inSections(
        ...own.among([
          { mode: 'no-transaction', statements: [index] },
          { statements: [`${alter} ADD CONSTRAINT ${name} ${key}`] },
        ]),
      ),
    },
  };
}
