import type { Catalog } from '../../catalog/catalog-object.ts';
import { isColumn } from '../../catalog/kinds/column/column-facts.ts';
import { type ConstraintFacts, constraintId, isConstraint } from '../../catalog/kinds/constraint/constraint-facts.ts';
import { isDomainConstraint } from '../../catalog/kinds/domain-constraint.ts';
import { isIndex } from '../../catalog/kinds/index/index-facts.ts';
import type { Part } from '../../rehearsal/watch/parts.ts';
import { migrationSteps, stateAfter } from '../later-in-migration.ts';
import { lostParts } from '../part-changes.ts';
import { partName } from '../part-name.ts';
import { defineMigrationRule, type StepView } from '../rule.ts';

export default defineMigrationRule({
  id: 'drop-constraint',
  group: 'data',
  severity: 'warning',
  title: 'A constraint is dropped',
  why: 'Rows that it kept out can come in from this moment, and once they have, it can’t be put back.',
  todo: 'See that nothing relies on it: a foreign key’s ON DELETE, an upsert’s ON CONFLICT, code that takes a value for unique. Put the one that replaces it up in the same transaction.',
  bad: [
    { base: 'CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0))', sql: 'ALTER TABLE t DROP CONSTRAINT c' },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."U" (id int PRIMARY KEY, e text CONSTRAINT "one e" UNIQUE)',
      sql: 'ALTER TABLE IF EXISTS app."U" DROP CONSTRAINT IF EXISTS "one e" CASCADE',
    },
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int CONSTRAINT fk REFERENCES p)',
      sql: 'ALTER TABLE c DROP CONSTRAINT fk',
    },
    { base: 'CREATE TABLE t (id int PRIMARY KEY)', sql: 'DO $$ BEGIN ALTER TABLE t DROP CONSTRAINT t_pkey; END $$' },
    {
      base: 'CREATE DOMAIN d AS int CONSTRAINT c CHECK (VALUE > 0); CREATE TABLE t (a d)',
      sql: 'ALTER DOMAIN d DROP CONSTRAINT c',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t DROP CONSTRAINT IF EXISTS c' },
    {
      base: 'CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0))',
      sql: 'ALTER TABLE t DROP CONSTRAINT c, ADD CONSTRAINT c CHECK (a >= 0) NOT VALID',
    },
    {
      base: 'CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0))',
      sql: 'ALTER TABLE t DROP CONSTRAINT c; ALTER TABLE t ADD CONSTRAINT c2 CHECK (a > 0 AND a < 9) NOT VALID',
    },
    {
      base: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL)',
      sql: 'ALTER TABLE t ALTER a SET NOT NULL; ALTER TABLE t DROP CONSTRAINT c',
    },
    {
      base: 'CREATE TABLE t (a int, b int, CONSTRAINT c CHECK (a > b))',
      sql: 'ALTER TABLE t DROP COLUMN a',
    },
    {
      base: 'CREATE TABLE t (a int, "B" int); ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL AND "B" IS NOT NULL)',
      sql: 'ALTER TABLE t ALTER a SET NOT NULL, ALTER "B" SET NOT NULL; ALTER TABLE t DROP CONSTRAINT c',
    },
    { base: 'CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0))', sql: 'ALTER TABLE t RENAME CONSTRAINT c TO d' },
    {
      base: 'CREATE TABLE t (a int CONSTRAINT u UNIQUE)',
      sql: 'CREATE UNIQUE INDEX u2 ON t (a); ALTER TABLE t DROP CONSTRAINT u',
    },
    {
      base: 'CREATE DOMAIN count AS int CONSTRAINT c CHECK (VALUE > 0); CREATE TABLE t (a count)',
      sql: 'ALTER DOMAIN count DROP CONSTRAINT c; ALTER DOMAIN count ADD CONSTRAINT c2 CHECK (VALUE >= 0) NOT VALID',
    },
  ],
  *check(view) {
    for (const step of view.steps) {
      // what goes with another object is told of CASCADE, what goes with a column of it
      if (step.tree !== null && 'DropStmt' in step.tree) continue;
      const withColumns = new Set(lostParts(step, 'column').map(({ schema, of }) => `${schema}.${of}`));
      const lost = lostParts(step, 'constraint').filter(({ schema, of, name }) => {
        if (withColumns.has(`${schema}.${of}`)) return false;
        const object = view.before.objects.get(constraintId(schema, of ?? '', name));
        const after = stateAfter(view, step);
        if (after === null) return true;
        if (object === undefined) return !hasOther(after, view.before, { schema, of });
        if (!isConstraint(object)) return true;
        return !isReplaced(object.facts, view.before, after, migrationSteps(view, step));
      });
      if (lost.length === 0) continue;
      const kinds = lost.map((part) => `${kindNames[part.type ?? ''] ?? 'constraint'} ${partName(part)}`);
      yield { step, message: `The ${kinds.join(', the ')} is dropped.`, objects: lost.map(partName) };
    }
  },
});

/** Whether a domain has a constraint that it hadn't before. */
function hasOther(after: Catalog, before: Catalog, { schema, of }: Pick<Part, 'schema' | 'of'>): boolean {
  return [...after.objects.values()]
    .filter(isDomainConstraint)
    .some(({ id, facts }) => facts.schema === schema && facts.domain === of && !before.objects.has(id));
}

const kindNames: Readonly<Record<string, string>> = {
  p: 'primary key',
  u: 'unique constraint',
  f: 'foreign key',
  c: 'check',
  x: 'exclusion constraint',
};

/** Whether the state behind it holds one of the same kind that wasn't there, or what says as much. */
function isReplaced(facts: ConstraintFacts, before: Catalog, after: Catalog, steps: readonly StepView[]): boolean {
  const { schema, table, type } = facts;
  const isOfTable = (other: { readonly schema: string; readonly table: string }): boolean =>
    other.schema === schema && other.table === table;
  const objects = [...after.objects.values()];
  const sameKind = objects.filter(isConstraint).filter((other) => isOfTable(other.facts) && other.facts.type === type);
  const renamed = steps.flatMap(({ changes }) =>
    changes.flatMap(({ is }) => (is?.kind === 'constraint' ? is.name : [])),
  );
  if (
    sameKind.some(
      ({ id, facts: { name } }) => !renamed.includes(name) && (!before.objects.has(id) || name === facts.name),
    )
  )
    return true;
  if (facts.type === 'unique' || facts.type === 'primary key') {
    const keys = facts.keys.join();
    return (
      objects
        .filter(isIndex)
        .some((index) => index.facts.unique && isOfTable(index.facts) && index.facts.keys.join() === keys) ||
      objects
        .filter(isConstraint)
        .some((other) => isOfTable(other.facts) && 'keys' in other.facts && other.facts.keys.join() === keys)
    );
  }
  if (facts.type !== 'check') return false;
  const filled = objects
    .filter(isColumn)
    .filter(({ facts: column }) => isOfTable(column) && column.notNull !== null)
    .map(({ facts: column }) => `${column.name} IS NOT NULL`);
  return facts.expression
    .replaceAll(/[()"]/g, '')
    .split(' AND ')
    .every((part) => filled.includes(part));
}
