import type { Node, ObjectType } from 'libpg-query';
import type { Finding } from '../../contract/finding.ts';
import { memberOf } from './member-of.ts';
import { note } from './note.ts';

/*
 * Statements about what belongs to the whole cluster, not to the database. Shadows of other projects live on the same
 * cluster, and a clone of a database has none of it, so they are left out. Passwords in them are never repeated.
 */

/** Says what a statement does to the cluster; null for one that keeps to its database. */
export function clusterNote(tree: Node): Finding | null {
  const subject = subjectOf(tree);
  if (subject === null) return null;
  return note(
    'Left out on the shadow',
    `${subject}: left out on the shadow`,
    'It changes the whole cluster, or a setting of the database itself, and nothing in its schema.',
  );
}

function subjectOf(tree: Node): string | null {
  if ('AlterRoleStmt' in tree) return `ALTER ROLE ${roleName(tree.AlterRoleStmt.role)}`;
  if ('AlterRoleSetStmt' in tree) return `ALTER ROLE ${roleName(tree.AlterRoleSetStmt.role)} SET`;
  if ('DropRoleStmt' in tree) return `DROP ROLE ${(tree.DropRoleStmt.roles ?? []).map(nodeName).join(', ')}`;
  if ('GrantRoleStmt' in tree) return roleGrant(tree.GrantRoleStmt);
  if ('CreatedbStmt' in tree) return `CREATE DATABASE ${tree.CreatedbStmt.dbname}`;
  if ('DropdbStmt' in tree) return `DROP DATABASE ${tree.DropdbStmt.dbname}`;
  if ('AlterDatabaseStmt' in tree) return `ALTER DATABASE ${tree.AlterDatabaseStmt.dbname}`;
  if ('AlterDatabaseSetStmt' in tree) return `ALTER DATABASE ${tree.AlterDatabaseSetStmt.dbname} SET`;
  if ('AlterDatabaseRefreshCollStmt' in tree) {
    return `ALTER DATABASE ${tree.AlterDatabaseRefreshCollStmt.dbname} REFRESH COLLATION VERSION`;
  }
  if ('AlterSystemStmt' in tree) return `ALTER SYSTEM SET ${tree.AlterSystemStmt.setstmt?.name ?? 'ALL'}`;
  if ('CreateTableSpaceStmt' in tree) return `CREATE TABLESPACE ${tree.CreateTableSpaceStmt.tablespacename}`;
  if ('DropTableSpaceStmt' in tree) return `DROP TABLESPACE ${tree.DropTableSpaceStmt.tablespacename}`;
  if ('AlterTableSpaceOptionsStmt' in tree) return `ALTER TABLESPACE ${tree.AlterTableSpaceOptionsStmt.tablespacename}`;
  if ('AlterTableMoveAllStmt' in tree)
    return `ALTER ALL IN TABLESPACE ${tree.AlterTableMoveAllStmt.orig_tablespacename}`;
  if ('LoadStmt' in tree) return `LOAD '${tree.LoadStmt.filename}'`;
  if ('SecLabelStmt' in tree) return 'SECURITY LABEL';
  return sharedSubject(tree);
}

/** Statements that take many kinds of objects, of which some are shared by the cluster. */
function sharedSubject(tree: Node): string | null {
  if ('RenameStmt' in tree) {
    const { renameType, subname } = tree.RenameStmt;
    const kind = sharedKind(renameType);
    return kind === null ? null : `ALTER ${kind} ${subname} RENAME`;
  }
  if ('AlterOwnerStmt' in tree) {
    const { objectType, object } = tree.AlterOwnerStmt;
    const kind = sharedKind(objectType);
    return kind === null ? null : `ALTER ${kind} ${nodeName(object)} OWNER`;
  }
  if ('CommentStmt' in tree) {
    const { objtype, object } = tree.CommentStmt;
    const kind = sharedKind(objtype);
    return kind === null ? null : `COMMENT ON ${kind} ${nodeName(object)}`;
  }
  if ('GrantStmt' in tree) {
    const { objtype, objects, is_grant } = tree.GrantStmt;
    const kind = sharedKind(objtype);
    return kind === null
      ? null
      : `${is_grant ? 'GRANT' : 'REVOKE'} ON ${kind} ${(objects ?? []).map(nodeName).join(', ')}`;
  }
  return null;
}

const sharedKinds: Partial<Record<ObjectType, string>> = {
  OBJECT_ROLE: 'ROLE',
  OBJECT_DATABASE: 'DATABASE',
  OBJECT_TABLESPACE: 'TABLESPACE',
  OBJECT_PARAMETER_ACL: 'PARAMETER',
};

function sharedKind(kind: ObjectType | undefined): string | null {
  return (kind === undefined ? undefined : sharedKinds[kind]) ?? null;
}

function roleGrant(statement: Extract<Node, { GrantRoleStmt: unknown }>['GrantRoleStmt']): string {
  const roles = (statement.granted_roles ?? []).map(nodeName).join(', ');
  const members = (statement.grantee_roles ?? []).map(nodeName).join(', ');
  return statement.is_grant ? `GRANT ${roles} TO ${members}` : `REVOKE ${roles} FROM ${members}`;
}

function roleName(role: { readonly rolename?: string } | undefined): string {
  return role?.rolename ?? 'CURRENT_USER';
}

function nodeName(node: Node | undefined): string {
  for (const inner of [
    memberOf(memberOf(node, 'String'), 'sval'),
    memberOf(memberOf(node, 'RoleSpec'), 'rolename'),
    memberOf(memberOf(node, 'AccessPriv'), 'priv_name'),
  ]) {
    if (typeof inner === 'string') return inner;
  }
  return 'CURRENT_USER';
}
