import { reportColumns } from '../facts/report-columns.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'char-n',
  group: 'schema',
  severity: 'warning',
  title: 'A text is padded with blanks',
  why: 'char(n) fills up with blanks, which count in some comparisons and not in others, and it takes more room than text. It is never faster.',
  todo: 'Use text, with a CHECK on the length where it must be exact.',
  bad: [
    { base: 'CREATE TABLE t (code char(2))' },
    { base: 'CREATE TABLE t (flag character NOT NULL)' },
    { base: 'CREATE TABLE t (a bpchar)' },
    { base: 'CREATE TABLE t (codes char(3)[])' },
  ],
  good: [
    { base: 'CREATE TABLE t (a text, b varchar(2))' },
    { base: 'CREATE TABLE t (a "char")' },
    { base: 'CREATE TABLE t (code text CHECK (length(code) = 2))' },
  ],
  check: (view) =>
    reportColumns(
      view,
      ({ base }) => /^(character(\(\d+\)|$|\[)|bpchar)/.test(base),
      ({ path, base }) => `${path} is ${base}.`,
    ),
});
