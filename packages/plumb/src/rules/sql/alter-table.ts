import type { Node } from 'libpg-query';

type Command = Extract<Node, { AlterTableCmd: unknown }>['AlterTableCmd'];

/** What an ALTER TABLE asks for; nothing of other statements. */
export function alterTableCommands({ tree }: { readonly tree: Node | null }): readonly Command[] {
  if (tree === null || !('AlterTableStmt' in tree)) return [];
  return (tree.AlterTableStmt.cmds ?? []).flatMap((each) => ('AlterTableCmd' in each ? [each.AlterTableCmd] : []));
}
