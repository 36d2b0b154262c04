import { columnsByTable, type TableColumn } from '../facts/columns-of.ts';
import { grouped } from '../facts/grouped.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'repeated-groups',
  group: 'schema',
  severity: 'warning',
  title: 'A list is spread over columns',
  why: 'A query for one of them asks each column, an index is needed for each, and the day one more is needed, it is a migration.',
  todo: 'Make it a table of its own with a row for each, or an array.',
  bad: [
    { base: 'CREATE TABLE people (id int PRIMARY KEY, phone1 text, phone2 text, phone3 text)' },
    { base: 'CREATE TABLE orders (id int PRIMARY KEY, item_1 int, item_2 int)' },
    { base: 'CREATE TABLE people (id int PRIMARY KEY, phone text, phone2 text, phone3 text)' },
    { base: 'CREATE SCHEMA s; CREATE TABLE s."Post" (id int PRIMARY KEY, "tag1" text, "tag2" text)' },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, contact1_name text, contact1_phone text, contact2_name text, contact2_phone text)',
    },
  ],
  good: [
    { base: 'CREATE TABLE people (id int PRIMARY KEY, phone text, mobile text)' },
    { base: 'CREATE TABLE shapes (id int PRIMARY KEY, x1 int, y1 int, x2 int, y2 int)' },
    {
      base: 'CREATE TABLE places (id int PRIMARY KEY, address_line1 text, address_line2 text, street1 text, street2 text)',
    },
    { base: 'CREATE TABLE files (id int PRIMARY KEY, sha1 text, sha256 text, md5 text, p50 int, p95 int)' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY, oauth2 text, phone1 text, phone2 int)' },
  ],
  *check({ catalog }) {
    for (const [table, columns] of columnsByTable(catalog)) {
      const numbered = columns.flatMap((column) => {
        const [, stem = '', number = '', rest = ''] =
          /^(.*[A-Za-z])_?(\d{1,2})((?:_?[A-Za-z].*)?)$/.exec(column.name) ?? [];
        // phone, phone2, phone3
        if (number === '') return [{ column, key: `${column.name}  ${column.base}`, number: 1 }];
        const isPart = stem.replaceAll('_', '').length > 1 && !usual.test(stem);
        return isPart ? [{ column, key: `${stem} ${rest} ${column.base}`, number: Number(number) }] : [];
      });
      const lists = [...grouped(numbered, ({ key }) => key).values()].filter((list) =>
        [1, 2].every((number) => list.some((each) => each.number === number)),
      );
      if (lists.length === 0) continue;
      const parts = lists.flat().map(({ column }): TableColumn => column);
      yield {
        message: `${table} spreads a list over columns: ${parts.map(({ name }) => name).join(', ')}.`,
        objects: [table, ...parts.map(({ path }) => path)],
        evidence: { columns: parts.map(({ name }) => name) },
      };
    }
  },
});

/** What has two by its nature, and placeholders. */
const usual = /(^|_)(address|addr|line|street|addressline|col|column|sha|md|utf)$|(Line|Street|Address)$/;
