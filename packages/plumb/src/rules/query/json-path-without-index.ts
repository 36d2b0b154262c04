import type { Node } from 'libpg-query';
import { defineQueryRule, type QueryReport } from '../rule.ts';
import { columnsIn, type UsedColumn } from '../sql/columns-in.ts';
import { type Comparison, comparisonsOf } from '../sql/comparisons.ts';
import type { KnownTable } from '../sql/known-tables.ts';
import { indexesLedBy, isNarrowed } from '../sql/narrowed.ts';
import { isNode, namesIn, nodesOf, startOf } from '../sql/nodes-of.ts';
import { queryBlocks } from '../sql/query-blocks.ts';
import { shapeOf } from '../sql/shape-of.ts';

const base =
  'CREATE TABLE users (id int PRIMARY KEY, team int, data jsonb NOT NULL, raw json); CREATE INDEX ON users (team)';

export default defineQueryRule({
  id: 'json-path-without-index',
  group: 'queries',
  severity: 'warning',
  title: 'Searches documents without an index',
  why: 'Every document is read, unpacked and searched.',
  todo: "For one path make an index on the expression, `((data ->> 'plan'))`; for containment a GIN index, `USING gin (data jsonb_path_ops)`; or make the value a column.",
  bad: [
    { base, sql: "SELECT id FROM users WHERE data->>'plan' = 'premium'" },
    { base, sql: `SELECT id FROM users WHERE data @> '{"tags": ["a"]}'` },
    { base, sql: "SELECT u.id FROM users u WHERE (u.data->'stats'->>'age')::int > 30 AND id > 3" },
    { base, sql: "SELECT id FROM users WHERE data ? 'plan'" },
    { base, sql: "SELECT id FROM users WHERE data['plan'] = '\"premium\"'" },
    { base, sql: "SELECT id FROM users WHERE jsonb_path_exists(data, '$.plan')" },
    { base, sql: "SELECT id FROM users WHERE jsonb_extract_path_text(data, 'plan') = $1" },
    { base, sql: "SELECT id FROM users WHERE raw #>> '{a,b}' = $1" },
    {
      base: `${base}; CREATE INDEX ON users USING gin (data)`,
      sql: "SELECT id FROM users WHERE data->>'plan' = 'premium'",
    },
    {
      base: `${base}; CREATE INDEX ON users USING gin (data jsonb_path_ops)`,
      sql: "SELECT id FROM users WHERE data ? 'plan'",
    },
  ],
  good: [
    { base: `${base}; CREATE INDEX ON users ((data->>'plan'))`, sql: "SELECT id FROM users WHERE data->>'plan' = $1" },
    {
      base: `${base}; CREATE INDEX ON users (((data->'stats'->>'age')::int))`,
      sql: "SELECT id FROM users u WHERE (u.data->'stats'->>'age')::int > 30",
    },
    { base: `${base}; CREATE INDEX ON users USING gin (data)`, sql: `SELECT id FROM users WHERE data @> '{"a": 1}'` },
    { base: `${base}; CREATE INDEX ON users USING gin (data)`, sql: "SELECT id FROM users WHERE data ? 'plan'" },
    {
      base: `${base}; CREATE INDEX ON users USING gin ((data->'tags'))`,
      sql: "SELECT id FROM users WHERE data->'tags' ? 'x'",
    },
    { base, sql: "SELECT data->>'plan' FROM users WHERE id = 5" },
    { base, sql: "SELECT id FROM users WHERE id = 5 AND data->>'plan' = 'premium'" },
    { base, sql: "SELECT id FROM users WHERE team = 5 AND data->>'plan' = 'premium'" },
    { base, sql: "SELECT id FROM users WHERE data->>'plan' <> 'free' AND id > 5" },
  ],
  *check({ tree, catalog }) {
    for (const block of queryBlocks(tree, catalog)) {
      for (const comparison of comparisonsOf(block)) {
        const { left, operator, negated, node } = comparison;
        const [used] = columnsIn(left, block);
        if (used === undefined || !/^jsonb?$/.test(used.column.type) || negated || operator === '<>') continue;
        if (!searches.has(operator) && !hasPath(left)) continue;
        if (!isServed(comparison, used.table) && !isNarrowed(used.item, block)) yield unindexed(used, node);
      }
      for (const condition of block.conditions) {
        if (!isNode(condition, 'FuncCall') || !testing.test(namesIn(condition.FuncCall.funcname).at(-1) ?? ''))
          continue;
        const [used] = columnsIn(condition, block);
        if (used !== undefined && !isNarrowed(used.item, block)) yield unindexed(used, condition);
      }
    }
  },
});

function unindexed({ table, column }: UsedColumn, node: Node): QueryReport {
  return {
    message: `No index leads to what is looked for in ${column.name} of ${table.name}.`,
    objects: [table.name],
    at: startOf(node),
  };
}

/** Functions that ask a document something, which no index answers. */
const testing = /^jsonb_(?:path_(?:exists|match)(?:_tz)?|exists|exists_any|exists_all|contains)$/;

/** What a GIN index on a document answers; with jsonb_path_ops only those that look for paths with values. */
const searches = new Set(['@>', '@?', '@@', '?', '?|', '?&']);
const paths = new Set(['->', '->>', '#>', '#>>']);

function hasPath(side: Node): boolean {
  // data['plan']
  if (nodesOf(side, 'A_Indirection').length > 0) return true;
  for (const { FuncCall: call } of nodesOf(side, 'FuncCall')) {
    if (/^jsonb?_extract_path/.test(namesIn(call.funcname).at(-1) ?? '')) return true;
  }
  return [...nodesOf(side, 'A_Expr')].some(({ A_Expr: { name } }) => paths.has(namesIn(name).at(-1) ?? ''));
}

function isServed({ left, operator }: Comparison, table: KnownTable): boolean {
  const shape = shapeOf(left);
  return indexesLedBy(table, shape).some(({ method, keys }) => {
    if (!searches.has(operator)) return method === 'btree' || method === 'hash';
    const key = keys.find((each) => each.shape === shape);
    return method === 'gin' && (!operator.startsWith('?') || key?.operatorClass !== 'jsonb_path_ops');
  });
}
