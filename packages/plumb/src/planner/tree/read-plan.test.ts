import { describe, expect, test } from 'vitest';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import type { PlanNode } from './plan-tree.ts';
import { readPlan } from './read-plan.ts';

const schema = `
  CREATE TABLE "Order" (id int PRIMARY KEY, customer int NOT NULL, "State" text, note text);
  CREATE TABLE customers (id int PRIMARY KEY, name text);
  INSERT INTO "Order" SELECT i, i % 500, CASE WHEN i % 9 = 0 THEN 'open' ELSE 'done' END, repeat('n', 50) FROM generate_series(1, 20000) i;
  INSERT INTO customers SELECT i, 'name ' || i FROM generate_series(1, 500) i;
  CREATE INDEX "Order by customer" ON "Order" (customer);
  CREATE TABLE parts (id int, at date) PARTITION BY RANGE (at);
  CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
  CREATE TABLE parts_2 PARTITION OF parts FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
  CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
  CREATE TRIGGER touched BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION touch();
  ANALYZE;
`;

const queries = [
  'SELECT * FROM "Order" o JOIN customers c ON c.id = o.customer WHERE o."State" = \'open\' ORDER BY c.name, o.id DESC LIMIT 5',
  'SELECT customer, count(*) FROM "Order" GROUP BY customer HAVING count(*) > 3',
  'WITH big AS MATERIALIZED (SELECT * FROM "Order" WHERE id > 100) SELECT b.id FROM big b WHERE b.customer = 7 UNION ALL SELECT id FROM customers',
  'SELECT id, (SELECT max(o.id) FROM "Order" o WHERE o.customer = c.id) FROM customers c WHERE id NOT IN (SELECT customer FROM "Order") AND id > (SELECT min(id) FROM customers)',
  'SELECT * FROM parts WHERE id = 4',
  'SELECT * FROM "Order" WHERE customer = 3 OR id = 17',
  'WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 20) SELECT i, g FROM n LEFT JOIN generate_series(1, 3) g ON g = i',
  "UPDATE customers SET name = 'x' WHERE name = 'name 7'",
  'SELECT id, row_number() OVER (PARTITION BY customer ORDER BY id) FROM "Order" WHERE customer < 20',
  'SELECT id FROM customers EXCEPT SELECT customer FROM "Order"',
  'INSERT INTO customers SELECT i, $$n$$ FROM (VALUES (1000), (1001)) v (i) ON CONFLICT (id) DO NOTHING',
];

describe.each([14, 15, 16, 17, 18] as const)('on PostgreSQL %i', (major) => {
  test('the text of a plan and its JSON are the same plan', async () => {
    await using server = await openShadowServer({ major });
    await using shadow = await server.createShadow();
    const client = await shadow.connect();
    await client.query(schema);
    for (const options of [
      'COSTS ON',
      'ANALYZE, TIMING OFF, BUFFERS, SUMMARY',
      'ANALYZE, TIMING OFF, BUFFERS, VERBOSE, WAL, SETTINGS',
    ]) {
      for (const query of queries) {
        await client.query("BEGIN; SET LOCAL work_mem = '128kB'");
        const lines = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (${options}) ${query}`);
        await client.query("ROLLBACK; BEGIN; SET LOCAL work_mem = '128kB'");
        const { rows } = await client.query(`EXPLAIN (${options}, FORMAT JSON) ${query}`);
        await client.query('ROLLBACK');
        const shown = lines.rows.map((row) => row['QUERY PLAN']).join('\n');
        const [one, other] = [readPlan(asPasted(shown)), readPlan(JSON.stringify(rows[0]['QUERY PLAN']))];
        expect(one.nodes.map(told), shown).toEqual(other.nodes.map(told));
        expect([one.executed, one.triggers.length, one.settings]).toEqual([
          other.executed,
          other.triggers.length,
          other.settings,
        ]);
      }
    }
    await client.end();
  });
});

/** As psql prints it. */
function asPasted(text: string): string {
  const lines = text.split('\n');
  const width = Math.max(...lines.map((line) => line.length)) + 1;
  const padded = lines.map((line) => ` ${line}`.padEnd(width));
  return [`${' '.repeat(10)}QUERY PLAN`, '-'.repeat(width + 1), ...padded, `(${lines.length} rows)`, ''].join('\n');
}

const common = ['Filter', 'Index Cond', 'Hash Cond', 'Join Filter', 'Sort Key', 'Sort Method', 'HashAgg Batches'];

/** The text leaves out what is zero. */
const counts = ['Rows Removed by Filter', 'Temp Written Blocks'];

function told({ facts, children, ...node }: PlanNode) {
  const { relation, ...rest } = node;
  const more = Object.fromEntries([
    ...common.map((name) => [name, facts[name]]),
    ...counts.map((name) => [name, facts[name] ?? 0]),
  ]);
  return { ...rest, relation, more, children: children.map(({ id }) => id) };
}

test.each([
  ['', 'is empty'],
  ['hello world', 'is no plan'],
  ['SELECT 1;', 'is no plan'],
  ['{"a": 1}', 'is no plan'],
  ['- Plan:\n    Node Type: "Result"', 'YAML'],
  ['<explain xmlns="http://www.postgresql.org/2009/explain"></explain>', 'XML'],
])('what is no plan is told: %s', (text, message) => {
  expect(() => readPlan(text)).toThrow(message);
});

test('a table of psql, marks at the ends of lines and a fence of Markdown change nothing', () => {
  const plan = 'Seq Scan on t  (cost=0.00..35.50 rows=2550 width=4)\n  Filter: (a > 4)';
  const table =
    '┌────┐\n│ QUERY PLAN │\n├────┤\n│ Seq Scan on t  (cost=0.00..35.50 rows=2550 width=4) ↵│\n│   Filter: (a > 4) │\n└────┘';
  for (const text of [plan, `\`\`\`\n${plan}\n\`\`\``, plan.replaceAll('\n', ' +\n'), table]) {
    expect(readPlan(text).root).toMatchObject({ type: 'Seq Scan', rows: 2550, facts: { Filter: '(a > 4)' } });
  }
});
