import { qualified } from '../../identifier.ts';
import { type Statement, statement } from '../../statement.ts';
import type { TableFacts } from './table-facts.ts';

type Security = Pick<TableFacts, 'rowSecurity' | 'forceRowSecurity'>;

/** Row security of a table, which a new one (`from` is null) hasn't. */
export function rowSecurityChanges(from: Security | null, to: TableFacts): readonly Statement[] {
  const was = from ?? { rowSecurity: false, forceRowSecurity: false };
  const table = qualified(to.schema, to.name);
  const changes: Statement[] = [];
  if (was.rowSecurity !== to.rowSecurity) {
    const message = to.rowSecurity
      ? `Who isn't the owner of ${table} sees only the rows that its policies let through.`
      : `Whoever may read ${table} sees all of its rows from then on.`;
    changes.push(
      statement(`ALTER TABLE ${table} ${to.rowSecurity ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY`, {
        hazards: from === null ? [] : [{ kind: 'access-changes', message, objects: [table] }],
      }),
    );
  }
  if (was.forceRowSecurity !== to.forceRowSecurity) {
    const message = to.forceRowSecurity
      ? `The policies of ${table} hold for its owner as well.`
      : `The owner of ${table} sees all of its rows from then on.`;
    changes.push(
      statement(`ALTER TABLE ${table} ${to.forceRowSecurity ? 'FORCE' : 'NO FORCE'} ROW LEVEL SECURITY`, {
        hazards: from === null ? [] : [{ kind: 'access-changes', message, objects: [table] }],
      }),
    );
  }
  return changes;
}
