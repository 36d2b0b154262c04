import type { ColumnDef, Constraint, Node, RangeVar } from 'libpg-query';
import { qualified } from '../../catalog/identifier.ts';
import type { MigrationView, StepView } from '../rule.ts';

type Command = Extract<Node, { AlterTableCmd: unknown }>['AlterTableCmd'];
type Subtype = NonNullable<Command['subtype']>;

/** What an ALTER TABLE asks for; nothing of other statements. */
export function alterTableCommands({ tree }: { readonly tree: Node | null }): readonly Command[] {
  if (tree === null || !('AlterTableStmt' in tree)) return [];
  return (tree.AlterTableStmt.cmds ?? []).flatMap((each) => ('AlterTableCmd' in each ? [each.AlterTableCmd] : []));
}

/** One thing that an ALTER TABLE asks for. */
export interface Alteration {
  readonly step: StepView;
  readonly relation: RangeVar;
  readonly command: Command;
  /** All that the statement asks for. */
  readonly commands: readonly Command[];
  /** `ALTER TABLE ONLY orders`, as far as it goes for each of them. */
  readonly alter: string;
}

/** The things of some kinds that statements ask for, in their order. */
export function* alterations({ steps }: MigrationView, ...subtypes: readonly Subtype[]): Generator<Alteration> {
  for (const step of steps) {
    const { tree } = step;
    if (tree === null || !('AlterTableStmt' in tree)) continue;
    const { relation, missing_ok: mayLack } = tree.AlterTableStmt;
    if (relation === undefined) continue;
    const commands = alterTableCommands(step);
    const alter = `ALTER TABLE ${mayLack ? 'IF EXISTS ' : ''}${relation.inh ? '' : 'ONLY '}${written(relation)}`;
    for (const command of commands) {
      if (command.subtype !== undefined && subtypes.includes(command.subtype)) {
        yield { step, relation, command, commands, alter };
      }
    }
  }
}

export interface AddedColumn extends Alteration {
  readonly column: ColumnDef;
  readonly constraints: readonly Constraint[];
}

export function* addedColumns(view: MigrationView): Generator<AddedColumn> {
  for (const each of alterations(view, 'AT_AddColumn')) {
    const { def } = each.command;
    if (def === undefined || !('ColumnDef' in def)) continue;
    yield { ...each, column: def.ColumnDef, constraints: (def.ColumnDef.constraints ?? []).flatMap(constraintIn) };
  }
}

export interface AddedConstraint extends Alteration {
  readonly constraint: Constraint;
}

/** Constraints that are added to tables, with names or without; those of new columns are not among them. */
export function* addedConstraints(
  view: MigrationView,
  type: NonNullable<Constraint['contype']>,
): Generator<AddedConstraint> {
  for (const each of alterations(view, 'AT_AddConstraint')) {
    const { def } = each.command;
    for (const constraint of def === undefined ? [] : constraintIn(def)) {
      if (constraint.contype === type) yield { ...each, constraint };
    }
  }
}

function constraintIn(node: Node): readonly Constraint[] {
  return 'Constraint' in node ? [node.Constraint] : [];
}

/** A relation as SQL names it. */
export function written({ schemaname, relname }: RangeVar): string {
  return schemaname === undefined ? qualified(relname ?? '') : qualified(schemaname, relname ?? '');
}

/** The words in a list of names. */
export function namesIn(nodes: readonly Node[] | undefined): readonly string[] {
  return (nodes ?? []).flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []));
}
