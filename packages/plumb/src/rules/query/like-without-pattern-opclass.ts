import type { Node } from 'libpg-query';
import { identifier } from '../../catalog/identifier.ts';
import { defineQueryRule } from '../rule.ts';
import { columnOf } from '../sql/columns-in.ts';
import { comparisonsOf } from '../sql/comparisons.ts';
import { indexesLedBy, isNarrowed } from '../sql/narrowed.ts';
import { isNode, startOf } from '../sql/nodes-of.ts';
import { queryBlocks } from '../sql/query-blocks.ts';
import { shapeOf } from '../sql/shape-of.ts';

const base = 'CREATE TABLE users (id int PRIMARY KEY, name text, email varchar(80)); CREATE INDEX ON users (name); ';

export default defineQueryRule({
  id: 'like-without-pattern-opclass',
  group: 'queries',
  severity: 'warning',
  title: 'The index can’t serve LIKE',
  why: 'An index in the order of a language doesn’t keep texts with the same beginning together, so it is not used for LIKE.',
  todo: 'Make an index with `text_pattern_ops` (`varchar_pattern_ops` for varchar), or with `COLLATE "C"`.',
  bad: [
    { base, sql: "SELECT id FROM users WHERE name LIKE 'son%'" },
    { base, sql: "SELECT id FROM users WHERE id > 4 AND users.name LIKE $1 || '%'" },
    { base, sql: "SELECT id FROM users WHERE name LIKE concat($1::text, '%')" },
    { base, sql: "SELECT id FROM users WHERE name ~ '^son'" },
    { base: `${base}ALTER TABLE users ADD UNIQUE (email)`, sql: "SELECT id FROM users WHERE email LIKE 'a%'" },
  ],
  good: [
    {
      base: `${base}CREATE INDEX ON users (name text_pattern_ops)`,
      sql: "SELECT id FROM users WHERE name LIKE 'son%'",
    },
    {
      base: `${base}CREATE INDEX ON users (email varchar_pattern_ops)`,
      sql: "SELECT id FROM users WHERE email LIKE 'a%'",
    },
    { base: `${base}CREATE INDEX ON users (name COLLATE "C")`, sql: "SELECT id FROM users WHERE name LIKE 'son%'" },
    { base: 'CREATE TABLE u (name text COLLATE "C" PRIMARY KEY)', sql: "SELECT name FROM u WHERE name LIKE 'son%'" },
    { base, sql: "SELECT id FROM users WHERE email LIKE 'a%'" },
    { base, sql: "SELECT id FROM users WHERE id = 5 AND name LIKE 'son%'" },
    { base, sql: "SELECT id FROM users WHERE name = 'son%'" },
    { base, sql: "SELECT id FROM users WHERE name LIKE 'son'" },
  ],
  *check({ tree, catalog }) {
    for (const block of queryBlocks(tree, catalog)) {
      for (const { node, how, operator, negated, left, right } of comparisonsOf(block)) {
        const used = columnOf(left, block);
        const isAnchored = operator === '~' && isAnchoredPattern(right);
        if (used === null || negated || !(isAnchored || (how === 'like' && beginsWithLetters(right)))) continue;
        const { table, column, item } = used;
        const indexes = indexesLedBy(table, shapeOf(left));
        const inOrder = indexes.filter(({ method }) => method === 'btree');
        const serves = indexes.some(({ method, keys: [first] }) =>
          method !== 'btree'
            ? method !== 'hash'
            : first?.operatorClass?.includes('pattern') === true || isC(first?.collation) || isC(column.collation),
        );
        if (inOrder.length === 0 || serves || isNarrowed(item, block)) continue;
        const operators = column.type.startsWith('character') ? 'varchar_pattern_ops' : 'text_pattern_ops';
        yield {
          message: `The index on ${table.name} (${identifier(column.name)}) is not used for LIKE; one with ${operators} would be.`,
          objects: [table.name],
          at: startOf(node),
        };
      }
    }
  },
});

function isC(collation: string | null | undefined): boolean {
  return /(?:^|\.)"?(?:C|POSIX)"?$/.test(collation ?? '');
}

/** `~ '^son'` */
function isAnchoredPattern(pattern: Node): boolean {
  return isNode(pattern, 'A_Const') && /^\^[\w -]{2,}/.test(pattern.A_Const.sval?.sval ?? '');
}

function beginsWithLetters(pattern: Node): boolean {
  if (isNode(pattern, 'A_Const')) return /^[^%_\\].*[%_]/s.test(pattern.A_Const.sval?.sval ?? '');
  const lexpr = isNode(pattern, 'FuncCall')
    ? pattern.FuncCall.args?.[0]
    : isNode(pattern, 'A_Expr')
      ? pattern.A_Expr.lexpr
      : undefined;
  if (lexpr === undefined) return false;
  if (isNode(lexpr, 'TypeCast')) return lexpr.TypeCast.arg !== undefined && isNode(lexpr.TypeCast.arg, 'ParamRef');
  return isNode(lexpr, 'ParamRef') || (isNode(lexpr, 'A_Const') && /^[^%_]/.test(lexpr.A_Const.sval?.sval ?? ''));
}
