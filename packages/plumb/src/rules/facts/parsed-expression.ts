import { hasSqlDetails, type Node, parseSync } from 'libpg-query';

/** An expression as a catalogue prints it; places in it are counted from its first character. Null where it can't be read. */
export function parsedExpression(text: string | null): Node | null {
  if (text === null) return null;
  try {
    const [first] = parseSync(`${lead}${text}`).stmts ?? [];
    const select = first?.stmt;
    if (select === undefined || !('SelectStmt' in select)) return null;
    const [target] = select.SelectStmt.targetList ?? [];
    return target !== undefined && 'ResTarget' in target ? (target.ResTarget.val ?? null) : null;
  } catch (error) {
    if (!hasSqlDetails(error)) throw error;
    return null;
  }
}

const lead = 'SELECT ';

/** Where in the expression something stands whose place the parser told. */
export function placeIn(location: number | undefined): number {
  return (location ?? 0) - lead.length;
}
