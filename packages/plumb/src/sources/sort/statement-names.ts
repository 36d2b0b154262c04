import type { Node } from 'libpg-query';

/** Names as SQL has them at the end of a qualified name; the schemas before them are left out of account. */
export interface StatementNames {
  /** What is there once the statement was run. */
  readonly makes: ReadonlySet<string>;
  /** What it changes, fills or drops, and what it makes. */
  readonly touches: ReadonlySet<string>;
  /** Brings objects whose names it does not say. */
  readonly makesUnnamed: boolean;
}

/** Where each kind of statement has the names of what it makes. */
const made: Readonly<Record<string, readonly string[]>> = {
  CreateStmt: ['relation'],
  CreateForeignTableStmt: ['base'],
  CreateTableAsStmt: ['into'],
  ViewStmt: ['view'],
  IndexStmt: ['idxname'],
  CreateSeqStmt: ['sequence'],
  CreateEnumStmt: ['typeName'],
  CreateRangeStmt: ['typeName'],
  CreateDomainStmt: ['domainname'],
  CompositeTypeStmt: ['typevar'],
  DefineStmt: ['defnames'],
  CreateFunctionStmt: ['funcname'],
  CreateSchemaStmt: ['schemaname', 'authrole'],
  CreateExtensionStmt: ['extname'],
  CreateFdwStmt: ['fdwname'],
  CreateForeignServerStmt: ['servername'],
  CreateOpClassStmt: ['opclassname'],
  CreateOpFamilyStmt: ['opfamilyname'],
  CreateStatsStmt: ['defnames'],
  CreateConversionStmt: ['conversion_name'],
  CreateAmStmt: ['amname'],
  CreatePLangStmt: ['plname'],
  CreatePublicationStmt: ['pubname'],
  CreateTrigStmt: ['trigname'],
  CreateEventTrigStmt: ['trigname'],
  CreatePolicyStmt: ['policy_name'],
  RuleStmt: ['rulename'],
  RenameStmt: ['newname'],
  AlterEnumStmt: ['newVal'],
  AlterTableStmt: ['cmds'],
};

const unnamedMakers = ['CreateExtensionStmt', 'ImportForeignSchemaStmt', 'DoStmt', 'CallStmt', 'AlterObjectSchemaStmt'];

/** Where statements have the names of what they work on. */
const touched = ['relation', 'table', 'typeName', 'sequence', 'view', 'objects', 'object'];

export function statementNames(tree: Node | null): StatementNames {
  const [kind = '', node] = Object.entries(tree ?? {})[0] ?? [];
  const makes = namesAt(node, made[kind] ?? []);
  const touches = new Set([...makes, ...namesAt(node, touched)]);
  return { makes, touches, makesUnnamed: unnamedMakers.includes(kind) };
}

function namesAt(node: unknown, keys: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const key of keys) collect(memberOf(node, key), names);
  return names;
}

/** Takes in the shapes in which trees have names: texts, range variables, lists of name parts, columns and constraints. */
function collect(value: unknown, names: Set<string>): void {
  if (typeof value === 'string') names.add(value);
  else if (Array.isArray(value)) {
    const last = memberOf(memberOf(value.at(-1), 'String'), 'sval');
    if (typeof last === 'string') names.add(last);
    else for (const item of value) collect(item, names);
  } else if (typeof value === 'object' && value !== null) {
    for (const key of nameKeys) collect(memberOf(value, key), names);
  }
}

const nameKeys = [
  'relname',
  'rolename',
  'colname',
  'conname',
  'objname',
  'names',
  'items',
  'rel',
  'relation',
  'def',
  'AlterTableCmd',
  'ColumnDef',
  'Constraint',
  'List',
  'RangeVar',
  'TypeName',
  'ObjectWithArgs',
  'String',
  'sval',
];

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}

/** All that could be a name in what the server says is missing, quoted or bare, each without the schema before it. */
export function namesInMessage(message: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, quoted = ''] of message.matchAll(/"((?:[^"]|"")*)"/g)) {
    names.add(quoted);
    names.add(quoted.slice(quoted.lastIndexOf('.') + 1));
  }
  for (const [word] of message.matchAll(/[\p{L}_][\p{L}\p{N}_$]*|[-+*/<>=~!@#%^&|`?]+/gu)) names.add(word);
  return names;
}
