import { reportColumns } from '../facts/report-columns.ts';
import { wordsOf } from '../facts/words-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'floats-for-money',
  group: 'schema',
  severity: 'warning',
  title: 'An amount of money is a floating-point number',
  why: 'It can’t hold 0.10 exactly. Sums drift, and equal amounts compare as different.',
  todo: 'Use numeric, or an integer of the smallest unit.',
  bad: [
    { base: 'CREATE TABLE products (price double precision)' },
    { base: 'CREATE TABLE orders (id int PRIMARY KEY, total_amount real NOT NULL)' },
    { base: 'CREATE SCHEMA s; CREATE TABLE s."Invoice" ("unitPrice" float8)' },
    { base: 'CREATE TABLE accounts (balance float DEFAULT 0)' },
    { base: 'CREATE TABLE employees (salary float4)' },
  ],
  good: [
    { base: 'CREATE TABLE products (price numeric(10, 2))' },
    { base: 'CREATE TABLE orders (amount_cents bigint)' },
    { base: 'CREATE TABLE m (temperature double precision, total_distance real)' },
    { base: 'CREATE TABLE m (discount_rate real, tax_percent real, cost_factor float8)' },
  ],
  check: (view) =>
    reportColumns(
      view,
      ({ base, name }) => /^(double precision|real)(\[|$)/.test(base) && isMoney(wordsOf(name)),
      ({ path, base }) => `${path} is ${base}, and its name says that it is money.`,
    ),
});

const money =
  /^(prices?|amounts?|amt|costs?|fees?|balance|salary|salaries|wages?|tax|taxes|vat|discount|revenue|income|payments?|payout|paid|refund|subtotal|total|grandtotal|money|budget|profit|earnings|commission|deposit|rent|debt|debit|credit|charge|charges|expense|expenses|invoice|turnover|usd|eur|gbp|cents)$/;
const otherMeasures =
  /^(rate|ratio|percent|percentage|pct|perc|factor|score|weight|probability|distance|count|hours?|minutes?|seconds?|ms|time|duration|days|length|width|height|area|volume|size|km|kg|miles|lat|lng|lon|points|energy|calories|multiplier|index|bytes|mb|gb|score|rank|stddev|usage|load)$/;

function isMoney(words: readonly string[]): boolean {
  return words.some((word) => money.test(word)) && !words.some((word) => otherMeasures.test(word));
}
