import type { Node } from 'libpg-query';
import { defineQueryRule } from '../rule.ts';
import { columnOf, columnsIn } from '../sql/columns-in.ts';
import { comparisonsOf } from '../sql/comparisons.ts';
import { indexesLedBy, isNarrowed } from '../sql/narrowed.ts';
import { isNode, namesIn, nodesOf, startOf } from '../sql/nodes-of.ts';
import { type QueryBlock, queryBlocks } from '../sql/query-blocks.ts';
import { shapeOf } from '../sql/shape-of.ts';

const base =
  'CREATE TABLE users (id int PRIMARY KEY, email text UNIQUE, name varchar, score int, bio text); CREATE INDEX ON users (name); CREATE INDEX ON users (score)';

export default defineQueryRule({
  id: 'function-on-indexed-column',
  group: 'queries',
  severity: 'warning',
  title: 'A function hides an indexed column',
  why: 'The index holds the column’s values, not the function’s: it is not used, and every row is read and computed.',
  todo: 'Compare the column itself, or make an index on the expression: `CREATE INDEX CONCURRENTLY … ON users (lower(email))`.',
  bad: [
    { base, sql: "SELECT id FROM users WHERE lower(email) = 'a@b.c'" },
    { base, sql: 'SELECT id FROM users WHERE id::text = $1' },
    { base, sql: 'SELECT u.id FROM users u WHERE upper(u.name) IN ($1, $2) AND bio IS NOT NULL' },
    { base, sql: 'UPDATE users SET bio = $1 WHERE score + 10 > 100' },
    { base, sql: "SELECT id FROM users WHERE coalesce(name, '') = $1" },
    { base, sql: 'SELECT id FROM users WHERE -score = 5' },
    { base: `${base}; CREATE INDEX ON users (lower(name))`, sql: 'SELECT id FROM users WHERE upper(name) = $1' },
  ],
  good: [
    { base, sql: "SELECT id FROM users WHERE email = lower('A@B.c')" },
    {
      base: `${base}; CREATE INDEX ON users (lower(email))`,
      sql: 'SELECT id FROM users WHERE LOWER(users.email) = $1',
    },
    {
      base: `${base}; CREATE UNIQUE INDEX ON users (lower(name), score)`,
      sql: 'SELECT id FROM users WHERE lower(name) = $1',
    },
    { base, sql: "SELECT id FROM users WHERE lower(bio) = 'x'" },
    { base, sql: 'SELECT lower(email) FROM users WHERE id = 5' },
    { base, sql: 'SELECT id FROM users WHERE id = $2 AND lower(email) = $1' },
    { base, sql: 'SELECT id FROM users WHERE name::text = $1' },
    { base, sql: 'SELECT id FROM users WHERE score > 100 - 10 AND id > 4' },
    { base, sql: 'SELECT lower(name), count(*) FROM users WHERE id > 1 GROUP BY lower(name) HAVING lower(name) > $1' },
  ],
  *check({ tree, catalog }) {
    for (const block of queryBlocks(tree, catalog)) {
      for (const { node, operator, left, right, how, negated } of comparisonsOf(block)) {
        if (negated) continue;
        for (const [side, other] of [
          [left, right],
          [right, left],
        ] as const) {
          if ((side === right && how !== 'plain') || !isComputed(side, block) || operator === '<>') continue;
          const [used, ...more] = columnsIn(side, block);
          if (used === undefined || more.some(({ column }) => column !== used.column)) continue;
          if (columnsIn(other, block).some(({ item }) => item === used.item)) continue;
          const { table, column, item } = used;
          const bare = { ColumnRef: { fields: [{ String: { sval: column.name } }] } };
          const hidden = indexesLedBy(table, shapeOf(bare)).filter(
            ({ method }) => method === 'btree' || method === 'hash',
          );
          const served = indexesLedBy(table, shapeOf(side)).some(({ keys }) => keys.some((key) => key.column === null));
          if (hidden.length === 0 || served || isNarrowed(item, block)) continue;
          yield {
            message: `The index on ${column.name} of ${table.name} is not used, because the column is hidden in an expression.`,
            objects: [table.name],
            at: startOf(node),
          };
        }
      }
    }
  },
});

const texts = new Set(['text', 'varchar', 'bpchar']);
const json = new Set(['->', '->>', '#>', '#>>']);

/** Whether an expression makes another value of a column; a text stays a text, and parts of a document are another rule's. */
function isComputed(side: Node, block: QueryBlock): boolean {
  if (isNode(side, 'FuncCall') || isNode(side, 'CoalesceExpr')) return true;
  if (isNode(side, 'A_Expr')) return !isJson(side);
  if (!isNode(side, 'TypeCast')) return false;
  const { arg, typeName } = side.TypeCast;
  if (arg === undefined || [...nodesOf(arg, 'A_Expr')].some(isJson)) return false;
  const isText = texts.has(namesIn(typeName?.names).at(-1) ?? '');
  return !(isText && /^(?:text|character)/.test(columnOf(arg, block)?.column.type ?? ''));
}

function isJson(node: Node): boolean {
  return isNode(node, 'A_Expr') && json.has(namesIn(node.A_Expr.name).at(-1) ?? '');
}
