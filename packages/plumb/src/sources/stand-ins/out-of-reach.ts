import type { Node } from 'libpg-query';
import { note } from './note.ts';
import { asItStands, leaveOut, type Treatment } from './treatment.ts';

/** What no session on a guarded server may do, and what a schema is as good without. */
export function treatOutOfReach(tree: Node, text: string): Treatment | null {
  if ('CreateSubscriptionStmt' in tree) return withoutSubscription(tree.CreateSubscriptionStmt.subname, text);
  if ('AlterSubscriptionStmt' in tree) return withoutSubscription(tree.AlterSubscriptionStmt.subname, text);
  if ('DropSubscriptionStmt' in tree) return withoutSubscription(tree.DropSubscriptionStmt.subname, text);
  if ('CheckPointStmt' in tree || setsMessages(tree)) {
    return { ...asItStands, edits: [{ start: 0, end: text.length, text: '' }] };
  }
  const left = leftOut(tree);
  if (left === null) return null;
  const why = 'No session is a superuser on the shadow, since the SQL may be a stranger’s, and this reaches too far.';
  return leaveOut(text, note('Left out on the shadow', `${left}: left out on the shadow`, why));
}

function withoutSubscription(name: string | undefined, text: string): Treatment {
  return leaveOut(
    text,
    note(
      'A subscription was left out',
      `subscription ${name ?? ''}: left out on the shadow`,
      'A shadow takes no rows from other servers, and here it can connect to none.',
      name === undefined ? [] : [name],
    ),
  );
}

/**
 * A locale's name is a path for some systems, and its messages are formats that the server fills; and a log that takes all
 * that a session says fills the disk.
 */
function setsMessages(tree: Node): boolean {
  return 'VariableSetStmt' in tree && /^(?:lc_messages|log_\w+)$/.test(tree.VariableSetStmt.name ?? '');
}

function leftOut(tree: Node): string | null {
  if ('CreateCastStmt' in tree) {
    // values of one type taken for another, byte by byte, show the server's memory
    const { func, inout } = tree.CreateCastStmt;
    return func === undefined && inout !== true ? 'CREATE CAST … WITHOUT FUNCTION' : null;
  }
  if ('UpdateStmt' in tree) return changeOfCatalogue('UPDATE', tree.UpdateStmt.relation);
  if ('InsertStmt' in tree) return changeOfCatalogue('INSERT INTO', tree.InsertStmt.relation);
  if ('DeleteStmt' in tree) return changeOfCatalogue('DELETE FROM', tree.DeleteStmt.relation);
  return null;
}

interface NamedRelation {
  readonly schemaname?: string;
  readonly relname?: string;
}

function changeOfCatalogue(verb: string, { schemaname, relname = '' }: NamedRelation = {}): string | null {
  const isSystems = schemaname === 'pg_catalog' || (schemaname === undefined && systemCatalogue.test(relname));
  return isSystems && relname !== 'pg_settings' ? `${verb} ${relname}` : null;
}

const systemCatalogue =
  /^pg_(attrdef|attribute|cast|class|constraint|database|depend|description|enum|extension|index|language|namespace|opclass|operator|proc|rewrite|trigger|type)$/;
