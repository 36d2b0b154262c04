import { identifier, qualified } from '../../catalog/identifier.ts';
import { foreignKeysOf } from '../facts/constraints-of.ts';
import { defineSchemaRule } from '../rule.ts';

const parent = 'CREATE TABLE p (id int PRIMARY KEY);';

export default defineSchemaRule({
  id: 'missing-on-delete',
  group: 'schema',
  severity: 'info',
  title: 'A foreign key doesn’t say what a DELETE does',
  why: 'Without ON DELETE, a row that is referenced can’t be deleted. Where that is meant, RESTRICT says so.',
  todo: 'Say ON DELETE CASCADE, SET NULL or RESTRICT.',
  bad: [
    { base: `${parent} CREATE TABLE t (p int REFERENCES p)` },
    { base: `${parent} CREATE TABLE t (p int); ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p (id)` },
    { base: `${parent} CREATE TABLE t (p int REFERENCES p ON UPDATE CASCADE)` },
  ],
  good: [
    { base: `${parent} CREATE TABLE t (p int REFERENCES p ON DELETE CASCADE)` },
    { base: `${parent} CREATE TABLE t (p int REFERENCES p ON DELETE RESTRICT)` },
    { base: `${parent} CREATE TABLE t (p int REFERENCES p ON DELETE SET NULL)` },
  ],
  *check({ catalog }) {
    for (const { schema, table, name, references, onDelete, period } of foreignKeysOf(catalog)) {
      // one over periods can't say anything else
      if (onDelete !== 'no action' || period) continue;
      const [path, target] = [qualified(schema, table), qualified(references.schema, references.table)];
      yield {
        message: `${identifier(name)} of ${path} doesn’t say what becomes of its rows when those of ${target} are deleted.`,
        objects: [path, target],
        evidence: { constraint: name },
      };
    }
  },
});
