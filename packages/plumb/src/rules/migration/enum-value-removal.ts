import type { Catalog, CatalogObject } from '../../catalog/catalog-object.ts';
import { literal, parsePath, qualified } from '../../catalog/identifier.ts';
import { isColumn } from '../../catalog/kinds/column/column-facts.ts';
import type { EnumFacts } from '../../catalog/kinds/enum.ts';
import { keptParts } from '../part-changes.ts';
import { defineMigrationRule, type StepView } from '../rule.ts';

export default defineMigrationRule({
  id: 'enum-value-removal',
  group: 'application',
  severity: 'error',
  title: 'An enum loses a value',
  why: 'Code that is running still writes it and is refused from this moment. A row that holds it makes the migration fail.',
  todo: 'Stop writing the value and update the rows first. To keep it out without another type, add a CHECK as NOT VALID and validate it.',
  bad: [
    {
      base: "CREATE TYPE s AS ENUM ('a', 'b', 'c'); CREATE TABLE t (id int, s s)",
      sql: "UPDATE t SET s = 'a' WHERE s = 'c'; ALTER TYPE s RENAME TO s_old; CREATE TYPE s AS ENUM ('a', 'b'); ALTER TABLE t ALTER s TYPE s USING s::text::s; DROP TYPE s_old",
    },
    {
      base: 'CREATE SCHEMA app; CREATE TYPE app."S" AS ENUM (\'a\', \'b\'); CREATE TABLE t (id int, s app."S")',
      sql: "DELETE FROM t WHERE s = 'b'; CREATE TYPE app.s2 AS ENUM ('a'); ALTER TABLE t ALTER COLUMN s TYPE app.s2 USING s::text::app.s2; DROP TYPE app.\"S\"",
    },
    {
      base: "CREATE TYPE s AS ENUM ('a', 'b')",
      sql: "DELETE FROM pg_enum WHERE enumtypid = 's'::regtype AND enumlabel = 'b'",
    },
  ],
  good: [
    {
      base: "CREATE TYPE s AS ENUM ('a', 'b'); CREATE TABLE t (id int, s s)",
      sql: "ALTER TYPE s RENAME TO s_old; CREATE TYPE s AS ENUM ('b', 'a', 'c'); ALTER TABLE t ALTER s TYPE s USING s::text::s; DROP TYPE s_old",
    },
    { base: "CREATE TYPE s AS ENUM ('a')", sql: "ALTER TYPE s ADD VALUE 'b'" },
    { base: "CREATE TYPE s AS ENUM ('a')", sql: "ALTER TYPE s RENAME VALUE 'a' TO 'b'" },
    { base: "CREATE TYPE s AS ENUM ('a')", sql: 'DROP TYPE s' },
    { base: "CREATE TYPE s AS ENUM ('a'); CREATE TABLE t (s s)", sql: 'ALTER TABLE t ALTER s TYPE text USING s::text' },
  ],
  *check({ before, migrations, steps }) {
    const after = migrations.findLast((each) => each.after !== null)?.after;
    if (after == null) return;
    for (const { id, facts } of [...before.objects.values()].filter(isEnum)) {
      const step = steps.findLast((each) => touches(each, facts));
      if (step === undefined) continue;
      const left = [...replacements(id, facts, before, after)];
      if (left.length === 0) continue;
      const renamed = steps.flatMap((step) =>
        keptParts(step, 'enum value').flatMap(({ part, was, is }) => (was.name === is.name ? [] : [part])),
      );
      const lost = facts.labels.filter(
        (label) =>
          left.some(({ labels }) => !labels.includes(label)) &&
          !renamed.some(({ schema, of, name }) => schema === facts.schema && of === facts.name && name === label),
      );
      if (lost.length === 0) continue;
      const name = qualified(facts.schema, facts.name);
      yield {
        step,
        message: `${name} loses ${lost.map(literal).join(', ')}.`,
        objects: [name],
        evidence: { values: lost },
      };
    }
  },
});

function isEnum(object: CatalogObject): object is CatalogObject<EnumFacts> {
  return object.kind === 'enum';
}

/** The enums that stand in its place: of its name, or of the columns that had it. */
function* replacements(id: string, facts: EnumFacts, before: Catalog, after: Catalog): Generator<EnumFacts> {
  const same = after.objects.get(id);
  if (same !== undefined && isEnum(same)) yield same.facts;
  for (const column of [...before.objects.values()].filter(isColumn)) {
    if (!names(column.facts.type, facts)) continue;
    const now = after.objects.get(column.id);
    if (now === undefined || !isColumn(now)) continue;
    yield* [...after.objects.values()]
      .filter(isEnum)
      .filter((other) => other.id !== id && names(now.facts.type, other.facts))
      .map((other) => other.facts);
  }
}

function names(type: string | null, { schema, name }: EnumFacts): boolean {
  const path = parsePath((type ?? '').replace(/(\[\])+$/, '')) ?? [];
  return path.at(-1) === name && (path.length === 1 || path[0] === schema);
}

/** Whether it takes values of the enum away. */
function touches({ changes }: StepView, { schema, name }: EnumFacts): boolean {
  return changes.some(
    ({ part, is }) => is === null && part.kind === 'enum value' && part.schema === schema && part.of === name,
  );
}
