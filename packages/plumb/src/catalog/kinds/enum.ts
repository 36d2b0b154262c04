import { identifier, literal, objectId, qualified } from '../identifier.ts';
import { type Context, defineKind } from '../kind.ts';
import { typeRenaming } from '../renaming-by-schema.ts';
import { type Hazard, type Statement, statement } from '../statement.ts';
import { isStored } from '../stored-values.ts';
import { userSchema } from '../user-schema.ts';

export type EnumFacts = {
  readonly schema: string;
  readonly name: string;
  /** In their order. */
  readonly labels: readonly string[];
};

function enumId(schema: string, name: string): string {
  return objectId('enum', [schema, name]);
}

export default defineKind<EnumFacts>({
  id: 'enum',
  rank: 40,
  catalog: 'pg_type',
  where: "typtype = 'e'",

  renaming: typeRenaming('TYPE'),
  innerNames: {
    what: 'enum value',
    path: ({ facts }) => [facts.schema, facts.name],
    names: ({ facts }) => facts.labels,
    areStored: ({ id }, catalog) => isStored(id, catalog),
    rename: (path, was, is) =>
      statement(`ALTER TYPE ${qualified(...path)} RENAME VALUE ${literal(was)} TO ${literal(is)}`),
  },

  async read(reader) {
    const rows = await reader.rows<EnumFacts & { oid: number }>(`
      select
        t.oid,
        n.nspname as schema,
        t.typname as name,
        array(
          select e.enumlabel::text
          from pg_catalog.pg_enum as e
          where e.enumtypid = t.oid
          order by e.enumsortorder
        ) as labels
      from pg_catalog.pg_type as t
      join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
      where t.typtype = 'e' and ${userSchema('n')}
      order by n.nspname, t.typname
    `);
    for (const { oid, ...facts } of rows) {
      const id = enumId(facts.schema, facts.name);
      reader.add({ id, kind: 'enum', parent: null, facts }, { catalog: 'pg_type', oid });
      reader.name(facts.name, id);
    }
  },

  phrase: ({ facts }) => `TYPE ${nameOf(facts)}`,

  occupies: ({ facts }) => [`type ${nameOf(facts)}`],

  create: ({ facts }) => [statement(`CREATE TYPE ${nameOf(facts)} AS ENUM (${labelList(facts.labels)})`)],

  drop: ({ facts }) => [statement(`DROP TYPE ${nameOf(facts)}`)],

  alter({ facts: from }, { facts: to }) {
    if (!isSubsequence(from.labels, to.labels)) {
      return { replace: 'PostgreSQL can neither remove nor reorder the values of an enum' };
    }
    return { statements: additions(from, to) };
  },

  putAside: (object, context) => [
    statement(`ALTER TYPE ${nameOf(object.facts)} RENAME TO ${identifier(context.asideName(object))}`, {
      hazards: removalHazards(object.id, object.facts, context),
    }),
  ],

  dropAside: (object, context) => [statement(`DROP TYPE ${qualified(object.facts.schema, context.asideName(object))}`)],
});

function nameOf({ schema, name }: EnumFacts): string {
  return qualified(schema, name);
}

function labelList(labels: readonly string[]): string {
  return labels.length === 0 ? '' : `\n${labels.map((label) => `  ${literal(label)}`).join(',\n')}\n`;
}

function isSubsequence(few: readonly string[], many: readonly string[]): boolean {
  let found = 0;
  for (const label of many) if (label === few[found]) found += 1;
  return found === few.length;
}

/** A new value can't be used before its transaction has ended, so each stands alone. */
function additions(from: EnumFacts, to: EnumFacts): Statement[] {
  const known = new Set(from.labels);
  return to.labels.flatMap((label, position) => {
    if (known.has(label)) return [];
    known.add(label);
    const before = to.labels[position - 1];
    const later = to.labels.slice(position).find((other) => other !== label && known.has(other));
    const place =
      later === undefined ? '' : before === undefined ? ` BEFORE ${literal(later)}` : ` AFTER ${literal(before)}`;
    return [statement(`ALTER TYPE ${nameOf(to)} ADD VALUE ${literal(label)}${place}`, { run: 'outside' })];
  });
}

function removalHazards(id: string, from: EnumFacts, context: Context): Hazard[] {
  const successor = context.to.objects.get(id)?.facts;
  if (successor === undefined) return [];
  const kept = new Set('labels' in successor && Array.isArray(successor.labels) ? successor.labels : []);
  const removed = from.labels.filter((label) => !kept.has(label)).map((label) => literal(label));
  if (removed.length === 0) return [];
  const name = nameOf(from);
  const values = removed.length === 1 ? `the value ${removed.join()}` : `the values ${removed.join(', ')}`;
  return [
    { kind: 'data-loss', message: `The enum ${name} loses ${values}.`, objects: [name] },
    {
      kind: 'may-fail-on-rows',
      message: `The migration fails where a column of type ${name} still holds ${values}. Give these rows another value first.`,
      objects: [name],
    },
  ];
}
