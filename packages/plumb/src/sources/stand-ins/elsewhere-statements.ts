import type { Node } from 'libpg-query';
import { escapeLiteral } from 'pg';
import type { Finding } from '../../contract/finding.ts';
import type { Broker } from '../../postgres/guard/broker.ts';
import type { AvailableExtensions } from './extension-statements.ts';
import { lackingExtension } from './for-want-of.ts';
import { memberOf } from './member-of.ts';
import { note } from './note.ts';
import { asItStands, type Treatment } from './treatment.ts';

/*
 * Statements that no guest can run on a server by URL, where nothing runs as superuser in its place.
 */

interface Elsewhere {
  readonly extensions: AvailableExtensions;
  readonly foreignRoles: ReadonlySet<string>;
}

/** Says that a statement is left out there; null for one that can be run. */
export function elsewhereNote(tree: Node, broker: Broker, { extensions, foreignRoles }: Elsewhere): Finding | null {
  const owner = newOwner(tree);
  if (owner !== null && foreignRoles.has(owner)) {
    return note(
      'Left out on the shadow',
      `OWNER TO ${owner}: left out on the shadow`,
      'The role is there on the server of the shadow, and may have rights to other databases, so no SQL of a migration is run as it.',
      [owner],
    );
  }
  if ('CreateExtensionStmt' in tree) {
    const { extname = '' } = tree.CreateExtensionStmt;
    const extension = extensions.get(extname);
    if (extension === undefined || extension.trusted || broker.lentExtensions.has(extname)) return null;
    return note(
      lackingExtension,
      `extension ${extname}: left out on the shadow`,
      broker.lentExtensions.size === 0
        ? 'Only a superuser can make it, and the role of the URL is none. Name a superuser of a server for shadows alone, such as a container; or use the embedded server, which has a stand-in.'
        : 'Only a superuser can make it, and on a server by URL plumb makes only those that reach nothing but their database. The embedded server has a stand-in for it.',
      [extname],
    );
  }
  const what = superusersOnly(tree);
  if (what === null) return null;
  return note(
    'Left out on the shadow',
    `${what}: left out on the shadow`,
    'Only a superuser can run it, and on a server by URL no SQL of a migration is run as one. On the embedded server it can be checked.',
  );
}

/** What only a superuser may do at once: give an object to a role that may make nothing in its schema. */
export function treatElsewhere(tree: Node): Treatment | null {
  const owner = newOwner(tree);
  return owner === null
    ? null
    : {
        ...asItStands,
        before: [`plumb_shadow.lend_schemas(${escapeLiteral(owner)})`],
        after: ['plumb_shadow.return_schemas()'],
      };
}

function newOwner(tree: Node): string | null {
  if ('AlterOwnerStmt' in tree) return named(tree.AlterOwnerStmt.newowner);
  if (!('AlterTableStmt' in tree)) return null;
  const commands = (tree.AlterTableStmt.cmds ?? []).map((command) => memberOf(command, 'AlterTableCmd'));
  const [only] = commands;
  if (commands.length !== 1 || memberOf(only, 'subtype') !== 'AT_ChangeOwner') return null;
  return named(memberOf(only, 'newowner'));
}

function named(role: unknown): string | null {
  const name = memberOf(role, 'rolename');
  return typeof name === 'string' ? name : null;
}

function superusersOnly(tree: Node): string | null {
  if ('CreateEventTrigStmt' in tree || 'AlterEventTrigStmt' in tree) return 'an event trigger';
  if ('CreatePublicationStmt' in tree) {
    const { for_all_tables, pubobjects = [] } = tree.CreatePublicationStmt;
    const schemas = pubobjects.some(
      (each) => memberOf(memberOf(each, 'PublicationObjSpec'), 'pubobjtype') !== 'PUBLICATIONOBJ_TABLE',
    );
    return for_all_tables === true || schemas ? 'a publication of all tables' : null;
  }
  if ('CreateOpClassStmt' in tree || 'CreateOpFamilyStmt' in tree || 'AlterOpFamilyStmt' in tree)
    return 'an operator class';
  if ('CreateAmStmt' in tree) return 'an access method';
  if ('CreateFdwStmt' in tree || 'AlterFdwStmt' in tree) return 'a foreign data wrapper';
  if ('DefineStmt' in tree) {
    const { kind, definition = [] } = tree.DefineStmt;
    const isType = kind === 'OBJECT_TYPE' && definition.length > 0;
    return isType || kind === 'OBJECT_TSPARSER' || kind === 'OBJECT_TSTEMPLATE'
      ? 'a base type, or a parser of texts'
      : null;
  }
  if ('VariableSetStmt' in tree && tree.VariableSetStmt.name === 'session_replication_role') {
    return 'SET session_replication_role';
  }
  return null;
}
