import { definePlansRule } from '../rule.ts';

const base = `
  CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL, state text NOT NULL, note text NOT NULL);
  CREATE INDEX orders_customer_idx ON orders (customer);
  INSERT INTO orders SELECT n, n % 3000, CASE WHEN n % 700 = 0 THEN 'open' ELSE 'done' END, repeat('n', 150) FROM generate_series(1, 30000) AS n`;

export default definePlansRule({
  id: 'plan-regression',
  group: 'queries',
  severity: 'warning',
  title: 'A query gets a slower plan',
  why: 'Both plans are made with production’s statistics and sizes, so this is what production would choose. Told is a query that becomes half as dear again or more, by at least 50 (a page read in order costs 1); it is an error where it becomes ten times dearer, or a fifth of the cost of the whole workload.',
  todo: 'Keep the index that the old plan used, or make one for the new form, in the same migration.',
  bad: [
    {
      base,
      sql: 'DROP INDEX CONCURRENTLY orders_customer_idx;',
      code: "await pool.query('SELECT note FROM orders WHERE customer = $1', [id]);",
    },
  ],
  good: [
    {
      base,
      sql: 'ALTER TABLE orders ADD COLUMN more text;',
      code: "await pool.query('SELECT note FROM orders WHERE customer = $1', [id]);",
    },
    {
      base,
      sql: 'DROP INDEX CONCURRENTLY orders_customer_idx;',
      code: "// plumb-ignore plan-regression: runs once a year\nawait pool.query('SELECT note FROM orders WHERE customer = $1', [id]);",
    },
  ],
});
