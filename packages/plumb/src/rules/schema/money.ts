import { reportColumns } from '../facts/report-columns.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'money',
  group: 'schema',
  severity: 'warning',
  title: 'An amount has the type money',
  why: 'How it is read and written depends on lc_monetary of the session: the same value means dollars here and euros there. It has no currency, and a fixed number of decimals.',
  todo: 'Use numeric, or an integer of the smallest unit, with the currency beside it.',
  bad: [
    { base: 'CREATE TABLE t (price money)' },
    { base: 'CREATE TABLE t (a money[] NOT NULL)' },
    { base: 'CREATE DOMAIN price AS money; CREATE TABLE t (a price)' },
  ],
  good: [{ base: 'CREATE TABLE t (money numeric(12, 2), currency text)' }, { base: 'CREATE TABLE t (cents bigint)' }],
  check: (view) =>
    reportColumns(
      view,
      ({ base }) => /^money(\[|$)/.test(base),
      ({ path }) => `${path} is money.`,
    ),
});
