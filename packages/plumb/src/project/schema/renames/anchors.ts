import { type Node, parseSync, type ScanToken, scanSync } from 'libpg-query';

/** A place in a statement that a comment can stand at. */
export interface Anchor {
  readonly start: number;
  /** Null where nothing is defined that could be renamed: a table's constraint. */
  readonly named: Named | null;
}

/** What is called otherwise now: a schema where one is written, a name, and the name of a part. */
export interface Named {
  readonly schema: string | null;
  readonly name: string;
  readonly part: string | null;
}

/** What a statement defines, where each begins: the whole first, then its parts. `offset` is the statement's. */
export function anchorsOf(text: string, offset: number): readonly Anchor[] {
  const tree = parseOne(text);
  if (tree === null) return [];
  const bytes = Buffer.from(text);
  const at = (byte: number | undefined): number => offset + bytes.toString('utf8', 0, byte ?? 0).length;
  const tokens = scanSync(text).tokens.filter(({ tokenName }) => !tokenName.includes('COMMENT'));
  const whole = at(tokens[0]?.start);
  const one = (path: readonly Node[] = []): readonly Anchor[] => {
    const names = namesIn(path);
    const name = names.at(-1);
    return name === undefined ? [] : [{ start: whole, named: { schema: names.at(-2) ?? null, name, part: null } }];
  };
  if ('CreateStmt' in tree) return relationAnchors(tree.CreateStmt.relation, tree.CreateStmt.tableElts, whole, at);
  if ('CreateForeignTableStmt' in tree) {
    const { relation, tableElts } = tree.CreateForeignTableStmt.base ?? {};
    return relationAnchors(relation, tableElts, whole, at);
  }
  if ('AlterTableStmt' in tree) {
    const { relation, cmds = [] } = tree.AlterTableStmt;
    const added = cmds.flatMap((cmd) =>
      'AlterTableCmd' in cmd && cmd.AlterTableCmd.def ? [cmd.AlterTableCmd.def] : [],
    );
    return relationAnchors(relation, added, whole, at).slice(1);
  }
  if ('CompositeTypeStmt' in tree) {
    return relationAnchors(tree.CompositeTypeStmt.typevar, tree.CompositeTypeStmt.coldeflist, whole, at);
  }
  if ('ViewStmt' in tree) return relationAnchors(tree.ViewStmt.view, [], whole, at);
  if ('CreateTableAsStmt' in tree) return relationAnchors(tree.CreateTableAsStmt.into?.rel, [], whole, at);
  if ('CreateEnumStmt' in tree) {
    const { typeName, vals = [] } = tree.CreateEnumStmt;
    const [type] = one(typeName);
    return type === undefined ? [] : [type, ...labelAnchors(type, namesIn(vals), tokens, at)];
  }
  if ('CreateDomainStmt' in tree) return one(tree.CreateDomainStmt.domainname);
  if ('CreateRangeStmt' in tree) return one(tree.CreateRangeStmt.typeName);
  return [];
}

type PlaceOf = (byte: number | undefined) => number;

function relationAnchors(
  relation: { readonly schemaname?: string; readonly relname?: string } | undefined,
  elements: readonly Node[] | undefined,
  whole: number,
  at: PlaceOf,
): readonly Anchor[] {
  if (relation?.relname === undefined) return [];
  const [schema, name] = [relation.schemaname ?? null, relation.relname];
  const parts = (elements ?? []).flatMap((element): readonly Anchor[] => {
    if ('Constraint' in element) return [{ start: at(element.Constraint.location), named: null }];
    if (!('ColumnDef' in element) || element.ColumnDef.colname === undefined) return [];
    return [{ start: at(element.ColumnDef.location), named: { schema, name, part: element.ColumnDef.colname } }];
  });
  return [{ start: whole, named: { schema, name, part: null } }, ...parts];
}

function labelAnchors(
  { named }: Anchor,
  labels: readonly string[],
  tokens: readonly ScanToken[],
  at: PlaceOf,
): readonly Anchor[] {
  const texts = tokens.filter(({ tokenName }) => tokenName === 'SCONST' || tokenName === 'USCONST');
  return texts.map(({ start }, index) => ({
    start: at(start),
    named: named && { ...named, part: labels[index] ?? null },
  }));
}

function namesIn(path: readonly Node[]): readonly string[] {
  return path.flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []));
}

function parseOne(text: string): Node | null {
  try {
    return parseSync(text).stmts?.[0]?.stmt ?? null;
  } catch {
    return null;
  }
}
