import { identifier } from '../../identifier.ts';
import type { RelationColumn, RelationColumns } from '../column/relation-columns.ts';
import type { OperatorClasses } from './operator-classes.ts';
import type { SplitDefinition } from './split-definition.ts';

/** An index's lists as `pg_index` keeps them, as text. */
export interface KeyLists {
  readonly relation: number;
  readonly method: string;
  /** How many are keys; the others are only included. */
  readonly count: number;
  readonly numbers: string;
  readonly opclasses: string;
  readonly collations: string;
  /** Bits: 1 is DESC, 2 is NULLS FIRST. */
  readonly order: string;
}

/** Which methods keep an order: only then is it said. */
const ordered: Readonly<Record<string, boolean>> = {
  btree: true,
  hash: false,
  gin: false,
  gist: false,
  spgist: false,
  brin: false,
};

/**
 * The keys of an index of plain columns, word for word as `pg_get_indexdef` says them, which takes ten times as long.
 * Null where only that knows.
 */
export function simpleKeys(
  lists: KeyLists,
  columns: RelationColumns,
  classes: OperatorClasses,
): SplitDefinition | null {
  const hasOrder = ordered[lists.method];
  if (hasOrder === undefined) return null;
  const found: RelationColumn[] = [];
  for (const number of list(lists.numbers)) {
    const column = columns(lists.relation, number);
    if (column === undefined) return null;
    found.push(column);
  }
  const [opclasses, collations, order] = [list(lists.opclasses), list(lists.collations), list(lists.order)];
  const keys: string[] = [];
  for (const [index, column] of found.slice(0, lists.count).entries()) {
    const collation = collationText(collations[index], column, classes);
    const operatorClass = classes.textFor(opclasses[index] ?? 0, column);
    if (collation === null || operatorClass === null) return null;
    const direction = hasOrder ? directionText(order[index] ?? 0) : '';
    keys.push(`${identifier(column.name)}${collation}${operatorClass}${direction}`);
  }
  return { keys, include: found.slice(lists.count).map(({ name }) => identifier(name)), where: null };
}

function list(text: string): readonly number[] {
  return text === '' ? [] : text.split(' ').map(Number);
}

function collationText(oid: number | undefined, column: RelationColumn, classes: OperatorClasses): string | null {
  if (!oid || oid === column.collationOid) return '';
  const name = classes.collation(oid);
  return name === null ? null : ` COLLATE ${name}`;
}

function directionText(bits: number): string {
  return ['', ' DESC NULLS LAST', ' NULLS FIRST', ' DESC'][bits & 3] ?? '';
}
