import type { PlacedStatement } from '@pgplumb/migrate/sql';
import { hasSqlDetails, type Node, parseSync } from 'libpg-query';

const known = new WeakMap<PlacedStatement, Node | UnreadText>();

/** What PostgreSQL's parser, which has to be loaded, makes of a statement, read once; what it says where it can't. */
export function treeOf(statement: PlacedStatement): Node | UnreadText {
  const tree = known.get(statement) ?? parsed(statement.text);
  known.set(statement, tree);
  return tree;
}

export interface UnreadText {
  readonly message: string;
  /** Counted in characters from the statement's beginning. */
  readonly position: number;
}

function parsed(text: string): Node | UnreadText {
  try {
    const [first] = parseSync(text).stmts ?? [];
    return first?.stmt ?? { message: 'It is no statement', position: 0 };
  } catch (error) {
    if (!hasSqlDetails(error)) throw error;
    return { message: error.message, position: error.sqlDetails?.cursorPosition ?? 0 };
  }
}

export function isTree(read: Node | UnreadText): read is Node {
  return !('position' in read);
}
