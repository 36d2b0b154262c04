import { loadModule, type Node, parseSync, type ScanToken, scanSync } from 'libpg-query';
import { parsePath } from '../../../catalog/identifier.ts';
import type { Location } from '../../../contract/finding.ts';
import type { SqlSource } from '../../../sql/source.ts';
import { splitStatements } from '../../../sql/split-statements.ts';
import { locationAt } from '../../../sql/text-position.ts';

/** A comment `-- plumb:was name` in a schema, and what it stands at. */
export interface WasComment {
  /** What is called otherwise now: a schema where one is written, a name, and the name of a part. */
  readonly schema: string | null;
  readonly name: string;
  readonly part: string | null;
  /** What it was called: a name, or a path where it was somewhere else. */
  readonly was: readonly string[];
  readonly location: Location;
}

export interface FoundComments {
  readonly comments: readonly WasComment[];
  /** Comments that stand at nothing that can be renamed, or name nothing. */
  readonly misplaced: readonly Location[];
}

const word = 'plumb:was';

/** Finds the comments in the SQL of a schema by which people say how something was called before. */
export async function findWasComments(files: readonly SqlSource[]): Promise<FoundComments> {
  const comments: WasComment[] = [];
  const misplaced: Location[] = [];
  for (const file of files) {
    if (!file.text.includes(word)) continue;
    await loadModule();
    for (const found of await commentsOf(file)) {
      if ('name' in found) comments.push(found);
      else misplaced.push(found.location);
    }
  }
  return { comments, misplaced };
}

type Found = WasComment | { readonly location: Location };

/** Something that can be renamed, and where it begins. */
interface Anchor {
  readonly start: number;
  readonly schema: string | null;
  readonly name: string;
  readonly part: string | null;
}

async function commentsOf(file: SqlSource): Promise<readonly Found[]> {
  const { statements } = await splitStatements(file);
  if (statements === null) return [];
  const anchors = statements.flatMap(({ text, start }) => anchorsOf(text, start));
  return commentTokens(file.text).map(({ start, end, text }): Found => {
    const location = locationAt(file, start, end);
    const was = parsePath(text);
    const anchor = anchorOf(file.text, start, anchors);
    if (was === null || anchor === undefined) return { location };
    const { schema, name, part } = anchor;
    return { schema, name, part, was, location };
  });
}

/** What a comment stands behind on its line, or else before. */
function anchorOf(text: string, at: number, anchors: readonly Anchor[]): Anchor | undefined {
  const line = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const behind = anchors.findLast(({ start }) => start >= line && start < at);
  return behind ?? anchors.find(({ start }) => start > at);
}

function commentTokens(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
  return [...text.matchAll(/--[ \t]*plumb:was[ \t]+([^\r\n]*)|\/\*\s*plumb:was\s+(.*?)\s*\*\//gs)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: (match[1] ?? match[2] ?? '').trim(),
  }));
}

function anchorsOf(text: string, offset: number): readonly Anchor[] {
  const tree = parseOne(text);
  if (tree === null) return [];
  const bytes = Buffer.from(text);
  const at = (byte: number | undefined): number => offset + bytes.toString('utf8', 0, byte ?? 0).length;
  const tokens = scanSync(text).tokens.filter(({ tokenName }) => !tokenName.includes('COMMENT'));
  const whole = at(tokens[0]?.start);
  if ('CreateStmt' in tree) return tableAnchors(tree.CreateStmt.relation, tree.CreateStmt.tableElts ?? [], whole, at);
  if ('CreateForeignTableStmt' in tree) {
    const { relation, tableElts } = tree.CreateForeignTableStmt.base ?? {};
    return tableAnchors(relation, tableElts ?? [], whole, at);
  }
  if ('AlterTableStmt' in tree) {
    const { relation, cmds = [] } = tree.AlterTableStmt;
    const columns = cmds.flatMap((cmd) =>
      'AlterTableCmd' in cmd && cmd.AlterTableCmd.def ? [cmd.AlterTableCmd.def] : [],
    );
    return tableAnchors(relation, columns, whole, at).slice(1);
  }
  if ('CompositeTypeStmt' in tree) {
    const { typevar, coldeflist = [] } = tree.CompositeTypeStmt;
    return tableAnchors(typevar, coldeflist, whole, at);
  }
  if ('ViewStmt' in tree) return tableAnchors(tree.ViewStmt.view, [], whole, at);
  if ('CreateTableAsStmt' in tree) return tableAnchors(tree.CreateTableAsStmt.into?.rel, [], whole, at);
  if ('CreateEnumStmt' in tree) return enumAnchors(tree.CreateEnumStmt.typeName ?? [], tokens, whole, at);
  if ('CreateDomainStmt' in tree) return named(tree.CreateDomainStmt.domainname ?? [], whole);
  if ('CreateRangeStmt' in tree) return named(tree.CreateRangeStmt.typeName ?? [], whole);
  return [];
}

function tableAnchors(
  relation: { readonly schemaname?: string; readonly relname?: string } | undefined,
  elements: readonly Node[],
  whole: number,
  at: (byte: number | undefined) => number,
): readonly Anchor[] {
  if (relation?.relname === undefined) return [];
  const [schema, name] = [relation.schemaname ?? null, relation.relname];
  const columns = elements.flatMap((element) => {
    if (!('ColumnDef' in element) || element.ColumnDef.colname === undefined) return [];
    return { start: at(element.ColumnDef.location), schema, name, part: element.ColumnDef.colname };
  });
  return [{ start: whole, schema, name, part: null }, ...columns];
}

function enumAnchors(
  typeName: readonly Node[],
  tokens: readonly ScanToken[],
  whole: number,
  at: (byte: number | undefined) => number,
): readonly Anchor[] {
  const [type] = named(typeName, whole);
  if (type === undefined) return [];
  const labels = tokens.filter(({ tokenName }) => tokenName === 'SCONST');
  return [
    type,
    ...labels.map(({ start, text }) => ({
      ...type,
      start: at(start),
      part: text.replace(/^'|'$/g, '').replaceAll("''", "'"),
    })),
  ];
}

function named(path: readonly Node[], start: number): readonly Anchor[] {
  const names = path.flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []));
  const name = names.at(-1);
  return name === undefined ? [] : [{ start, schema: names.at(-2) ?? null, name, part: null }];
}

function parseOne(text: string): Node | null {
  try {
    return parseSync(text).stmts?.[0]?.stmt ?? null;
  } catch {
    return null;
  }
}
