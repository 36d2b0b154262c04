import type { AlterTableType, Node, ObjectType } from 'libpg-query';
import { escapeLiteral } from 'pg';
import type { Broker } from '../../postgres/guard/broker.ts';
import { treatElsewhere } from './elsewhere-statements.ts';
import { memberOf } from './member-of.ts';
import { treatOutOfReach } from './out-of-reach.ts';
import type { Token } from './tokens.ts';
import { asItStands, type Treatment } from './treatment.ts';
import { treatWrapper } from './wrappers.ts';

/*
 * Statements that PostgreSQL lets only a superuser run, though they reach nothing outside of the database, on a server
 * where no session is a superuser. Each runs as superuser by itself; so none may be in the list that runs code of
 * anybody's (an expression, a default, a trigger), and none that makes a function or gives an existing one another body.
 */

export function treatPrivileged(
  tree: Node,
  text: string,
  tokens: () => readonly Token[],
  { asSuperuser }: Broker,
): Treatment | null {
  const left = treatOutOfReach(tree, text);
  if (left !== null) return left;
  if ('CreateFunctionStmt' in tree) {
    const { funcname, options } = tree.CreateFunctionStmt;
    return treatLeakproof(funcname, options, tokens, asSuperuser !== null);
  }
  if ('AlterFunctionStmt' in tree) {
    const { func, actions } = tree.AlterFunctionStmt;
    return treatLeakproof(func?.objname, actions, tokens, asSuperuser !== null);
  }
  if (asSuperuser !== null && makesExtension(tree, text)) {
    return { ...asItStands, before: ['plumb_shadow.lend_defaults()'], after: ['plumb_shadow.hand_over()'] };
  }
  // PostgreSQL makes the superuser the owner of the functions that make ranges
  if (asSuperuser !== null && 'CreateRangeStmt' in tree) return { ...asItStands, after: ['plumb_shadow.hand_over()'] };
  if (asSuperuser === null) return treatElsewhere(tree);
  const wrapper = treatWrapper(tree, text, tokens, asSuperuser);
  if (wrapper !== null) return wrapper;
  if (!runsNoCode(tree)) return null;
  return { ...asItStands, edits: [{ start: 0, end: text.length, text: `SELECT ${asSuperuser(text)}` }] };
}

/** An extension's objects belong to the superuser, whoever makes it. */
function makesExtension(tree: Node, text: string): boolean {
  if ('DoStmt' in tree) return /\bextension\b/i.test(text);
  return 'CreateExtensionStmt' in tree || 'AlterExtensionStmt' in tree || 'CreatePLangStmt' in tree;
}

/** Whether a statement needs a superuser, and runs nothing but itself. */
function runsNoCode(tree: Node): boolean {
  if ('AlterTableStmt' in tree) {
    const commands = (tree.AlterTableStmt.cmds ?? []).map((command) => memberOf(command, 'AlterTableCmd'));
    return commands.every((command) => isHarmlessChange(command)) && commands.length > 0;
  }
  if ('AlterOwnerStmt' in tree) return isNamed(tree.AlterOwnerStmt.newowner);
  if ('DefineStmt' in tree)
    return definedBySuperuser.has(tree.DefineStmt.kind ?? 'OBJECT_TABLE') && hasBody(tree.DefineStmt);
  if ('DropStmt' in tree) return ownerless.has(tree.DropStmt.removeType ?? 'OBJECT_TABLE');
  if ('CommentStmt' in tree) return ownerless.has(tree.CommentStmt.objtype ?? 'OBJECT_TABLE');
  if ('GrantStmt' in tree) return tree.GrantStmt.objtype === 'OBJECT_LANGUAGE';
  if ('VariableSetStmt' in tree) return superuserSettings.has(tree.VariableSetStmt.name ?? '');
  return names.some((name) => name in tree);
}

const names = [
  'CreateCastStmt',
  'CreatePublicationStmt',
  'AlterPublicationStmt',
  'CreateEventTrigStmt',
  'AlterEventTrigStmt',
  'CreateOpClassStmt',
  'CreateOpFamilyStmt',
  'AlterOpFamilyStmt',
  'CreateAmStmt',
] as const;

/** What nobody owns, so that only a superuser drops or describes it. */
const ownerless: ReadonlySet<ObjectType> = new Set<ObjectType>([
  'OBJECT_ACCESS_METHOD',
  'OBJECT_CAST',
  'OBJECT_TRANSFORM',
  'OBJECT_TSPARSER',
  'OBJECT_TSTEMPLATE',
]);

const definedBySuperuser: ReadonlySet<ObjectType> = new Set<ObjectType>([
  'OBJECT_TYPE',
  'OBJECT_TSPARSER',
  'OBJECT_TSTEMPLATE',
]);

/** Without a body, a type is only a name, which anybody may make and then owns. */
function hasBody({ definition }: { readonly definition?: readonly Node[] }): boolean {
  return (definition ?? []).length > 0;
}

const harmlessChanges: ReadonlySet<AlterTableType> = new Set<AlterTableType>([
  'AT_EnableTrigAll',
  'AT_DisableTrigAll',
  'AT_EnableTrig',
  'AT_DisableTrig',
  'AT_EnableAlwaysTrig',
  'AT_EnableReplicaTrig',
]);

function isHarmlessChange(command: unknown): boolean {
  const subtype = memberOf(command, 'subtype');
  if (subtype === 'AT_ChangeOwner') return isNamed(memberOf(command, 'newowner'));
  return [...harmlessChanges].some((harmless) => harmless === subtype);
}

/** CURRENT_USER would be the superuser. */
function isNamed(role: unknown): boolean {
  return memberOf(role, 'roletype') === 'ROLESPEC_CSTRING';
}

const superuserSettings: ReadonlySet<string> = new Set([
  'session_replication_role',
  'deadlock_timeout',
  'track_functions',
]);

/** The function is made by whoever makes it, not leakproof, and then called so. */
function treatLeakproof(
  name: readonly Node[] = [],
  options: readonly Node[] = [],
  tokens: () => readonly Token[],
  isSaid: boolean,
): Treatment | null {
  const elements = options.map((option) => memberOf(option, 'DefElem'));
  const option = elements.find((element) => memberOf(element, 'defname') === 'leakproof');
  if (memberOf(memberOf(memberOf(option, 'arg'), 'Boolean'), 'boolval') !== true) return null;
  const [word, ...others] = tokens().filter((token) => token.word === 'leakproof');
  const last = memberOf(memberOf(name.at(-1), 'String'), 'sval');
  if (word === undefined || others.length > 0 || typeof last !== 'string') return null;
  return {
    ...asItStands,
    edits: [{ start: word.start, end: word.start, text: 'NOT ' }],
    after: isSaid ? [`plumb_shadow.make_leakproof(${escapeLiteral(last)})`] : [],
  };
}

/** The settings of a function that no server knows: only a superuser may say that somebody can change them. */
export function customSettingsOf(tree: Node): readonly string[] {
  const options =
    'CreateFunctionStmt' in tree
      ? tree.CreateFunctionStmt.options
      : 'AlterFunctionStmt' in tree
        ? tree.AlterFunctionStmt.actions
        : [];
  return (options ?? []).flatMap((option) => {
    const name = memberOf(memberOf(memberOf(memberOf(option, 'DefElem'), 'arg'), 'VariableSetStmt'), 'name');
    return typeof name === 'string' && customSetting.test(name) ? [name] : [];
  });
}

const customSetting = /^[a-z_]\w*\.[a-z_]\w*$/i;
