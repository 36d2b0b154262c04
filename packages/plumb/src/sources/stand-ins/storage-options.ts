import type { Node } from 'libpg-query';
import { escapeIdentifier, escapeLiteral } from 'pg';
import { memberOf } from './member-of.ts';
import { note } from './note.ts';
import { editOptions } from './option-list.ts';
import type { Token } from './tokens.ts';
import { asItStands, type Treatment } from './treatment.ts';

/*
 * No access method of PostgreSQL's own takes the options of another one, such as hnsw's m. The index is built without
 * them; they are put where PostgreSQL would have put them afterwards, so that its definition shows them.
 */

const ownMethods = new Set(['btree', 'hash', 'gist', 'gin', 'spgist', 'brin', 'bloom']);
const ownIndexOptions =
  /^(fillfactor|deduplicate_items|vacuum_cleanup_index_scale_factor|fastupdate|gin_pending_list_limit|buffering|pages_per_range|autosummarize|length|col\d+)$/;

export function treatStorageOptions(tree: Node, text: string, tokens: () => readonly Token[]): Treatment | null {
  if ('IndexStmt' in tree) return treatIndex(tree.IndexStmt, text, tokens);
  if ('AlterTableStmt' in tree) return treatAlter(tree.AlterTableStmt, text, tokens);
  if ('CreateStmt' in tree) return foreignOptions(tree.CreateStmt.options, text, tokens);
  if ('CreateTableAsStmt' in tree) return foreignOptions(tree.CreateTableAsStmt.into?.options, text, tokens);
  return null;
}

/** Whether a statement makes or rebuilds indexes by their definition, options included, which the shadow can't take. */
export function rebuildsIndexes(tree: Node): boolean {
  if ('CreateStmt' in tree) {
    const { tableElts = [], inhRelations = [] } = tree.CreateStmt;
    return inhRelations.length > 0 || tableElts.some((element) => 'TableLikeClause' in element);
  }
  if (!('AlterTableStmt' in tree)) return false;
  const kinds = (tree.AlterTableStmt.cmds ?? []).map((command) =>
    memberOf(memberOf(command, 'AlterTableCmd'), 'subtype'),
  );
  return kinds.includes('AT_AlterColumnType') || kinds.includes('AT_AttachPartition');
}

function treatIndex(
  { accessMethod, options, idxname, relation, if_not_exists }: Extract<Node, { IndexStmt: unknown }>['IndexStmt'],
  text: string,
  tokens: () => readonly Token[],
): Treatment | null {
  if (accessMethod === undefined || ownMethods.has(accessMethod) || options === undefined) return null;
  const values = options.map(optionText);
  const table = relationText(relation);
  const call = `plumb_shadow.put_options(${literal(table)}, ${literal(idxname)}, ${arrayOf(values)}, ${if_not_exists === true})`;
  return {
    ...asItStands,
    edits: editOptions(text, tokens(), { isKept: () => false }),
    after: [call],
    notes: [optionsNote(idxname ?? `on ${table}`, accessMethod, values)],
  };
}

function treatAlter(
  { relation, cmds = [], objtype }: Extract<Node, { AlterTableStmt: unknown }>['AlterTableStmt'],
  text: string,
  tokens: () => readonly Token[],
): Treatment | null {
  const [command] = cmds;
  if (cmds.length !== 1 || command === undefined || !('AlterTableCmd' in command)) return null;
  const { subtype, def } = command.AlterTableCmd;
  if (subtype !== 'AT_SetRelOptions' && subtype !== 'AT_ResetRelOptions') return null;
  const items = def !== undefined && 'List' in def ? (def.List.items ?? []) : [];
  const foreign = foreignSpaces(items);
  if (foreign.length > 0) {
    const rest = items.filter((item) => !isForeign(item));
    if (rest.length > 0) return foreignOptions(items, text, tokens);
    return { ...asItStands, edits: [{ start: 0, end: text.length, text: '' }], notes: foreign.map(foreignNote) };
  }
  const names = items.map((item) => String(memberOf(memberOf(item, 'DefElem'), 'defname')));
  if (objtype !== 'OBJECT_INDEX' || names.every((name) => ownIndexOptions.test(name))) return null;
  const index = relationText(relation);
  const values = subtype === 'AT_SetRelOptions' ? items.map(optionText) : [];
  return {
    edits: [{ start: 0, end: text.length, text: '' }],
    before: [],
    after: [`plumb_shadow.change_options(${literal(index)}, ${arrayOf(names)}, ${arrayOf(values)})`],
    notes: [optionsNote(index, null, values)],
  };
}

/** Options of a namespace that an extension made its own: `timescaledb.compress`. */
function foreignOptions(
  options: readonly Node[] | undefined,
  text: string,
  tokens: () => readonly Token[],
): Treatment | null {
  const foreign = foreignSpaces(options ?? []);
  if (foreign.length === 0) return null;
  const isKept = (name: string): boolean => !foreign.some((space) => name.startsWith(`${space}.`));
  return { ...asItStands, edits: editOptions(text, tokens(), { isKept }), notes: foreign.map(foreignNote) };
}

function isForeign(option: Node): boolean {
  const space = memberOf(memberOf(option, 'DefElem'), 'defnamespace');
  return typeof space === 'string' && space !== 'toast';
}

function foreignSpaces(options: readonly Node[]): readonly string[] {
  const spaces = options
    .filter(isForeign)
    .map((option) => String(memberOf(memberOf(option, 'DefElem'), 'defnamespace')));
  return [...new Set(spaces)];
}

/** As PostgreSQL keeps it: `m=16`; an option without a value is true. */
function optionText(option: Node): string {
  const { defname, arg } = 'DefElem' in option ? option.DefElem : {};
  return `${defname}=${arg === undefined ? 'true' : valueText(arg)}`;
}

function valueText(arg: Node): string {
  if ('Integer' in arg) return String(arg.Integer.ival ?? 0);
  if ('Float' in arg) return arg.Float.fval ?? '0';
  if ('Boolean' in arg) return String(arg.Boolean.boolval ?? false);
  if ('String' in arg) return arg.String.sval ?? '';
  if ('TypeName' in arg)
    return (arg.TypeName.names ?? []).map((name) => memberOf(memberOf(name, 'String'), 'sval')).join('.');
  return '';
}

function relationText(relation: { readonly schemaname?: string; readonly relname?: string } | undefined): string {
  const name = escapeIdentifier(relation?.relname ?? '');
  return relation?.schemaname === undefined ? name : `${escapeIdentifier(relation.schemaname)}.${name}`;
}

function literal(value: string | undefined): string {
  return value === undefined ? 'NULL' : escapeLiteral(value);
}

function arrayOf(values: readonly string[]): string {
  return `ARRAY[${values.map((value) => escapeLiteral(value)).join(', ')}]::text[]`;
}

function optionsNote(index: string, method: string | null, values: readonly string[]): ReturnType<typeof note> {
  const options = values.length === 0 ? 'options' : values.join(', ');
  return note(
    'Index options were left out',
    `index ${index}: ${options} left out while building on the shadow, and only shown in its definition`,
    `The shadow's stand-in${method === null ? '' : ` for ${method}`} takes no options.`,
    [index],
  );
}

function foreignNote(space: string): ReturnType<typeof note> {
  return note(
    'Options were left out',
    `options of ${space}: left out on the shadow`,
    'They belong to an extension that the shadow has no code of.',
    [space],
  );
}
