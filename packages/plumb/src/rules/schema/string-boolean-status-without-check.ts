import { qualified } from '../../catalog/identifier.ts';
import type { CheckFacts } from '../../catalog/kinds/constraint/constraint-facts.ts';
import { isText, type TableColumn } from '../facts/columns-of.ts';
import { checksOf, foreignKeysOf, keysOf } from '../facts/constraints-of.ts';
import { columnOfKey } from '../facts/indexes-of.ts';
import { parsedExpression } from '../facts/parsed-expression.ts';
import { reportColumns } from '../facts/report-columns.ts';
import { wordsOf } from '../facts/words-of.ts';
import { defineSchemaRule } from '../rule.ts';
import { namesIn, nodesOf } from '../sql/nodes-of.ts';

export default defineSchemaRule({
  id: 'string-boolean-status-without-check',
  group: 'schema',
  severity: 'warning',
  title: 'Any text can be a status',
  why: 'A misspelt word is stored as well as a right one, and its row is found by no query that asks for the words that were meant.',
  todo: 'Say which values there are: a CHECK, an enum or a table that it references; where there are two, a boolean.',
  bad: [
    { base: "CREATE TABLE orders (id int PRIMARY KEY, status text NOT NULL DEFAULT 'new')" },
    { base: 'CREATE TABLE orders (id int PRIMARY KEY, "paymentStatus" varchar(20))' },
    { base: "CREATE TABLE users (id int PRIMARY KEY, is_active text DEFAULT 'Y')" },
    { base: "CREATE TABLE users (id int PRIMARY KEY, subscribed varchar(5) DEFAULT 'true')" },
    { base: 'CREATE TABLE orders (id int PRIMARY KEY, status text, total int CHECK (total > 0))' },
    { base: "CREATE TABLE orders (id int PRIMARY KEY, status text CHECK (length(status) < 20 AND status <> ''))" },
  ],
  good: [
    { base: "CREATE TABLE orders (id int PRIMARY KEY, status text NOT NULL CHECK (status IN ('new', 'paid')))" },
    { base: "CREATE TYPE status AS ENUM ('new'); CREATE TABLE orders (id int PRIMARY KEY, status status)" },
    {
      base: "CREATE DOMAIN status AS text CHECK (VALUE IN ('new')); CREATE TABLE orders (id int PRIMARY KEY, status status)",
    },
    {
      base: 'CREATE TABLE states (name text PRIMARY KEY); CREATE TABLE orders (id int PRIMARY KEY, status text REFERENCES states)',
    },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, is_active bool, status int, status_message text, state text, city text)',
    },
    { base: 'CREATE TABLE statuses (status text PRIMARY KEY)' },
    {
      base: "CREATE TABLE orders (id int PRIMARY KEY, status text CHECK (lower(status) = 'new' OR status ~ '^paid|sent$'))",
    },
  ],
  check: (view) => {
    const checks = checksOf(view.catalog);
    const referring = new Set(
      foreignKeysOf(view.catalog).flatMap(({ schema, table, columns }) =>
        columns.map((column) => qualified(schema, table, column)),
      ),
    );
    const keys = new Set(
      keysOf(view.catalog).flatMap(({ schema, table, keys }) =>
        keys.length === 1 ? keys.map((key) => qualified(schema, table, columnOfKey(key) ?? '')) : [],
      ),
    );
    return reportColumns(
      view,
      (column) =>
        isText(column) &&
        !column.isDomain &&
        isOneOfFew(column) &&
        !referring.has(column.path) &&
        !keys.has(column.path) &&
        !checks.some((check) => saysValuesOf(check, column)),
      ({ path, base }) => `${path} is ${base}, and any text goes into it.`,
    );
  },
});

const truths = /^'(true|false|t|f|yes|no|y|n|on|off)'::/i;

/** Whether its name or its default says that there are few values. */
function isOneOfFew({ name, default: value }: TableColumn): boolean {
  const words = wordsOf(name);
  const last = words.at(-1);
  if (value !== null && truths.test(value)) return true;
  if (words.length > 1 && /^(is|has|can|should)$/.test(words[0] ?? '')) return true;
  // a state is also a part of a country
  return last === 'status' || (last === 'state' && value !== null);
}

/** Whether a CHECK says which values a column has: by a list, a pattern, or a function of the user's. */
function saysValuesOf({ schema, table, expression }: CheckFacts, column: TableColumn): boolean {
  if (schema !== column.schema || table !== column.table) return false;
  const isOf = (node: unknown): boolean =>
    [...nodesOf(node, 'ColumnRef')].some(({ ColumnRef: { fields } }) => namesIn(fields).at(-1) === column.name);
  const tree = parsedExpression(expression);
  const isListed = [...nodesOf(tree, 'A_Expr')].some(
    ({ A_Expr: { name, lexpr, rexpr } }) =>
      /^(?:=|~\*?|~~\*?)$/.test(namesIn(name).at(-1) ?? '') && (isOf(lexpr) || isOf(rexpr)) && hasText([lexpr, rexpr]),
  );
  const isAsked = [...nodesOf(tree, 'FuncCall')].some(
    ({ FuncCall: { funcname, args } }) => !lengths.test(namesIn(funcname).at(-1) ?? '') && isOf(args),
  );
  return isListed || isAsked;
}

const lengths = /^(?:length|char_length|character_length|octet_length|b?trim|[lr]trim|lower|upper)$/;

function hasText(tree: unknown): boolean {
  return [...nodesOf(tree, 'A_Const')].some(({ A_Const: { sval } }) => (sval?.sval ?? '') !== '');
}
