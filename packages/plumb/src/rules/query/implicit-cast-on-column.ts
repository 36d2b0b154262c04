import type { Node } from 'libpg-query';
import { defineQueryRule } from '../rule.ts';
import { columnOf } from '../sql/columns-in.ts';
import { comparisonsOf } from '../sql/comparisons.ts';
import { isNode, namesIn, startOf } from '../sql/nodes-of.ts';
import { type QueryBlock, queryBlocks } from '../sql/query-blocks.ts';

const base =
  'CREATE TABLE orders (id bigint PRIMARY KEY, amount numeric(10,2), code char(8) UNIQUE, ref numeric, at timestamptz); CREATE TABLE old (id int PRIMARY KEY, ref text, big bigint)';

export default defineQueryRule({
  id: 'implicit-cast-on-column',
  group: 'queries',
  severity: 'warning',
  title: 'The column is cast to be compared',
  why: 'The types are of different families, so PostgreSQL casts the column’s value in every row, and an index on it is not used.',
  todo: 'Cast the other side to the column’s type, or give both columns the same type.',
  bad: [
    { base, sql: 'SELECT id FROM orders WHERE id = 5.0' },
    { base, sql: 'SELECT amount FROM orders WHERE id = $1::numeric' },
    { base, sql: 'SELECT amount FROM orders o JOIN old ON old.id = o.ref WHERE o.id = 1' },
    { base, sql: 'SELECT id FROM orders WHERE code = $1::text' },
    { base, sql: 'UPDATE orders SET amount = 1 WHERE $1::float8 = id' },
    { base, sql: 'SELECT id FROM orders WHERE id IN (1.5, 2.5)' },
    { base, sql: 'SELECT id FROM orders WHERE id BETWEEN 1.5 AND 2.5' },
    { base, sql: 'SELECT id FROM orders WHERE id = ANY ($1::numeric[])' },
  ],
  good: [
    { base, sql: 'SELECT id FROM orders WHERE id = $1' },
    { base, sql: 'SELECT id FROM orders WHERE id = 5000000000' },
    { base, sql: "SELECT id FROM orders WHERE id = '5'" },
    { base, sql: 'SELECT o.amount FROM orders o JOIN old ON old.id = o.id WHERE o.id = 4' },
    { base, sql: 'SELECT id FROM orders WHERE amount = 5 AND id > 0' },
    { base, sql: "SELECT id FROM orders WHERE at > '2026-01-01'::date" },
    { base, sql: "SELECT id FROM orders WHERE code = 'x'" },
    { base, sql: 'SELECT id FROM orders WHERE amount > 5.5' },
    { base, sql: 'SELECT id FROM old WHERE ref = $1::varchar' },
    { base, sql: 'SELECT id FROM orders WHERE id = 5.0::bigint' },
    { base, sql: 'SELECT id FROM orders WHERE id = ANY ($1::bigint[])' },
  ],
  *check({ tree, catalog }) {
    for (const block of queryBlocks(tree, catalog)) {
      for (const { node, left, right, how, operator } of comparisonsOf(block)) {
        if (how === 'between' ? operator !== 'BETWEEN' : !comparing.has(operator) || !looked.has(how)) continue;
        for (const [side, other] of [
          [left, right],
          [right, left],
        ] as const) {
          const used = columnOf(side, block);
          if (used === null) continue;
          const type = familyOf(used.column.type);
          const given = [other].flatMap((each) => typeOf(each, block) ?? []);
          const cast = given.find((each) => isCastTo(type, each));
          if (cast === undefined) continue;
          yield {
            message: `${used.column.name} of ${used.table.name} is ${used.column.type}, and is cast to ${cast} in every row.`,
            objects: [used.table.name],
            at: startOf(node),
          };
        }
      }
    }
  },
});

const comparing = new Set(['=', '<', '>', '<=', '>=']);
const looked = new Set(['plain', 'in', 'any']);

/** Types that share operators, so that neither side is cast, by PostgreSQL's and the parser's names. */
const families: Readonly<Record<string, string>> = {
  smallint: 'integer',
  integer: 'integer',
  bigint: 'integer',
  int2: 'integer',
  int4: 'integer',
  int8: 'integer',
  numeric: 'numeric',
  real: 'double precision',
  'double precision': 'double precision',
  float4: 'double precision',
  float8: 'double precision',
  text: 'text',
  varchar: 'text',
  'character varying': 'text',
  character: 'character',
  bpchar: 'character',
};

function familyOf(type: string): string | null {
  return families[type.replace(/\(.*\)$/, '')] ?? null;
}

/** Which of two families gives way to the other. */
function isCastTo(type: string | null, other: string): boolean {
  if (type === 'integer') return other === 'numeric' || other === 'double precision';
  return (type === 'numeric' && other === 'double precision') || (type === 'character' && other === 'text');
}

function typeOf(node: Node, block: QueryBlock): string | readonly string[] | null {
  if (isNode(node, 'List')) return (node.List.items ?? []).flatMap((each) => typeOf(each, block) ?? []);
  // a whole number that is too large for an integer is a bigint
  if (isNode(node, 'A_Const')) return /[.e]/i.test(node.A_Const.fval?.fval ?? '') ? 'numeric' : null;
  if (isNode(node, 'TypeCast')) return familyOf(namesIn(node.TypeCast.typeName?.names).at(-1) ?? '');
  return familyOf(columnOf(node, block)?.column.type ?? '');
}
