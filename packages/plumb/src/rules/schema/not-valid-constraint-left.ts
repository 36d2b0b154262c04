import { identifier, qualified } from '../../catalog/identifier.ts';
import { columnsOf } from '../facts/columns-of.ts';
import { constraintsOf } from '../facts/constraints-of.ts';
import { factsOf } from '../facts/objects-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'not-valid-constraint-left',
  group: 'schema',
  severity: 'warning',
  title: 'A constraint was never validated',
  why: 'It holds for what is written from now on, not for the rows that were there, and the planner doesn’t trust it.',
  todo: 'Validate it, in a migration of its own: others go on reading and writing meanwhile.',
  unfinished: true,
  bad: [
    { base: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID' },
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (p int); ALTER TABLE t ADD FOREIGN KEY (p) REFERENCES p NOT VALID',
    },
    { base: 'CREATE DOMAIN d AS int; ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0) NOT VALID' },
    { base: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID', majors: [18] },
  ],
  good: [
    {
      base: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT c',
    },
    { base: 'CREATE TABLE t (a int CHECK (a > 0))' },
    { base: 'CREATE TABLE t (a int CHECK (a > 0) NOT ENFORCED)', majors: [18] },
  ],
  *check({ catalog }) {
    for (const facts of constraintsOf(catalog)) {
      if (!('validated' in facts) || facts.validated || !facts.enforced) continue;
      yield left('TABLE', qualified(facts.schema, facts.table), facts.name);
    }
    for (const { schema, domain, name, validated } of factsOf(catalog, 'domain-constraint')) {
      if (!validated) yield left('DOMAIN', qualified(schema, domain), name);
    }
    for (const { tablePath, table, name, notNull } of columnsOf(catalog)) {
      if (notNull !== null && !notNull.valid)
        yield left('TABLE', tablePath, notNull.name ?? `${table}_${name}_not_null`);
    }
  },
});

function left(what: 'TABLE' | 'DOMAIN', on: string, name: string) {
  return {
    message: `The constraint ${identifier(name)} of ${on} is not validated.`,
    objects: [on],
    evidence: { constraint: name },
    fix: { description: 'Validate it', sql: `ALTER ${what} ${on} VALIDATE CONSTRAINT ${identifier(name)};` },
  };
}
