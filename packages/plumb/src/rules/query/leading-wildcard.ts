import type { Node } from 'libpg-query';
import { defineQueryRule } from '../rule.ts';
import { columnsIn } from '../sql/columns-in.ts';
import { comparisonsOf } from '../sql/comparisons.ts';
import { indexesLedBy, isNarrowed } from '../sql/narrowed.ts';
import { isNode, startOf } from '../sql/nodes-of.ts';
import { queryBlocks } from '../sql/query-blocks.ts';
import { shapeOf } from '../sql/shape-of.ts';

const base =
  'CREATE TABLE users (id int PRIMARY KEY, team int, name text, email text); CREATE INDEX ON users (name); CREATE INDEX ON users (team)';

const trigrams = `CREATE EXTENSION pg_trgm; ${base}; CREATE INDEX ON users USING gin (name gin_trgm_ops); CREATE INDEX ON users USING gist (lower(email) gist_trgm_ops)`;

export default defineQueryRule({
  id: 'leading-wildcard',
  group: 'queries',
  severity: 'warning',
  title: 'A pattern begins with a wildcard',
  why: 'An index is sorted by how texts begin, so it can’t help: every row is read and compared.',
  todo: 'Make a trigram index (`CREATE EXTENSION pg_trgm; CREATE INDEX … USING gin (column gin_trgm_ops)`), search words with `to_tsvector`, or let the pattern begin with letters.',
  over: ['function-on-indexed-column'],
  bad: [
    { base, sql: "SELECT id FROM users WHERE name LIKE '%son'" },
    { base, sql: "SELECT id FROM users WHERE name ILIKE '%' || $1 || '%'" },
    { base, sql: "SELECT id FROM users WHERE name ~~* '%son'" },
    { base, sql: "SELECT id FROM users WHERE name LIKE ANY (ARRAY['%son', '%sen'])" },
    { base, sql: "SELECT id FROM users WHERE name SIMILAR TO '%(son|sen)'" },
    { base, sql: "SELECT u.id FROM users AS u WHERE u.id > 5 AND (u.name = $1 OR lower(u.email) LIKE '_%x')" },
    { base, sql: "DELETE FROM users WHERE email LIKE concat('%', $1::text)" },
  ],
  good: [
    { base, sql: "SELECT id FROM users WHERE name LIKE 'son%'" },
    { base, sql: 'SELECT id FROM users WHERE name LIKE $1' },
    { base: trigrams, sql: "SELECT id FROM users WHERE name ILIKE '%son%'" },
    { base: trigrams, sql: "SELECT id FROM users WHERE lower(email) LIKE '%' || $1 || '%'" },
    { base, sql: "SELECT id FROM users WHERE id = $1 AND name LIKE '%son%'" },
    { base, sql: "SELECT id FROM users WHERE team = $1 AND name LIKE '%son%'" },
    { base, sql: "SELECT id, name LIKE '%son' AS is_son FROM users WHERE id > 3" },
    { base, sql: "SELECT id FROM users WHERE id > 3 AND name NOT LIKE '%son'" },
  ],
  *check({ tree, catalog }) {
    for (const block of queryBlocks(tree, catalog)) {
      for (const { node, how, negated, left, right } of comparisonsOf(block)) {
        if ((how !== 'like' && how !== 'ilike') || negated || !beginsWithWildcard(right)) continue;
        const [used] = columnsIn(left, block);
        if (used === undefined || isNarrowed(used.item, block)) continue;
        const fitting = indexesLedBy(used.table, shapeOf(left));
        if (fitting.some(({ keys }) => keys.some(({ operatorClass }) => operatorClass?.includes('trgm') === true)))
          continue;
        const { name } = used.column;
        yield {
          message: `Every row of ${used.table.name} is read to compare ${name} with a pattern that can begin with anything.`,
          objects: [used.table.name],
          at: startOf(node),
        };
      }
    }
  },
});

function beginsWithWildcard(pattern: Node): boolean {
  if (isNode(pattern, 'TypeCast'))
    return pattern.TypeCast.arg !== undefined && beginsWithWildcard(pattern.TypeCast.arg);
  if (isNode(pattern, 'A_Const')) return /^[%_]/.test(pattern.A_Const.sval?.sval ?? '');
  if (isNode(pattern, 'A_ArrayExpr')) return (pattern.A_ArrayExpr.elements ?? []).some(beginsWithWildcard);
  if (isNode(pattern, 'A_Expr')) return pattern.A_Expr.lexpr !== undefined && beginsWithWildcard(pattern.A_Expr.lexpr);
  const [first] = isNode(pattern, 'FuncCall') ? (pattern.FuncCall.args ?? []) : [];
  return first !== undefined && beginsWithWildcard(first);
}
