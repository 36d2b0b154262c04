import type { CatalogObject } from '../catalog-object.ts';
import { identifier, objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { typeRenaming } from '../renaming-by-schema.ts';
import { type Statement, statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';
import { domainConstraintClause, isDomainConstraint } from './domain-constraint.ts';

export type DomainFacts = {
  readonly schema: string;
  readonly name: string;
  readonly type: string;
  /** Where it isn't that of the type. */
  readonly collation: string | null;
  readonly default: string | null;
  readonly notNull: boolean;
  /** Of its NOT NULL, which PostgreSQL keeps since 17, where it isn't the one that PostgreSQL chooses. */
  readonly notNullName: string | null;
};

export function isDomain(object: CatalogObject): object is CatalogObject<DomainFacts> {
  return object.kind === 'domain';
}

function domainId(schema: string, name: string): string {
  return objectId('domain', [schema, name]);
}

export default defineKind<DomainFacts>({
  id: 'domain',
  rank: 46,
  catalog: 'pg_type',
  where: "typtype = 'd'",

  renaming: typeRenaming('DOMAIN'),

  async read(reader) {
    const rows = await reader.rows<DomainFacts & { oid: number; notNullOid: number | null }>(`
      select
        t.oid,
        n.nspname as schema,
        t.typname as name,
        pg_catalog.format_type(t.typbasetype, t.typtypmod) as type,
        case when t.typcollation <> b.typcollation then t.typcollation::regcollation::text end as collation,
        pg_catalog.pg_get_expr(t.typdefaultbin, 0) as default,
        t.typnotnull as "notNull",
        nullif(c.conname::text, t.typname || '_not_null') as "notNullName",
        c.oid as "notNullOid"
      from pg_catalog.pg_type as t
      join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
      join pg_catalog.pg_type as b on b.oid = t.typbasetype
      left join pg_catalog.pg_constraint as c on c.contypid = t.oid and c.contype = 'n'
      where t.typtype = 'd' and ${userSchema('n')}
      order by n.nspname, t.typname
    `);
    for (const { oid, notNullOid, ...facts } of rows) {
      const id = domainId(facts.schema, facts.name);
      reader.add({ id, kind: 'domain', parent: null, facts }, { catalog: 'pg_type', oid });
      if (notNullOid !== null) reader.alias({ catalog: 'pg_constraint', oid: notNullOid }, id);
      reader.name(facts.name, id);
    }
  },

  phrase: ({ facts }) => `DOMAIN ${nameOf(facts)}`,

  occupies: ({ facts }) => [`type ${nameOf(facts)}`],

  create({ facts }, _context, parts) {
    const clauses = [
      ...(facts.collation === null ? [] : [`COLLATE ${facts.collation}`]),
      ...(facts.default === null ? [] : [`DEFAULT ${facts.default}`]),
      ...(facts.notNull ? [notNullClause(facts)] : []),
      ...parts.filter(isDomainConstraint).map((constraint) => domainConstraintClause(constraint.facts)),
    ];
    return [statement([`CREATE DOMAIN ${nameOf(facts)} AS ${facts.type}`, ...clauses].join('\n  '))];
  },

  drop: ({ facts }) => [statement(`DROP DOMAIN ${nameOf(facts)}`)],

  alter({ facts: from }, { facts: to }) {
    if (from.type !== to.type || from.collation !== to.collation) {
      return { replace: "PostgreSQL can't change the type of a domain" };
    }
    return { statements: [...defaultChange(from, to), ...notNullChange(from, to)] };
  },

  putAside: (object, context) => [
    statement(`ALTER DOMAIN ${nameOf(object.facts)} RENAME TO ${identifier(context.asideName(object))}`),
  ],

  dropAside: (object, context) => [
    statement(`DROP DOMAIN ${qualified(object.facts.schema, context.asideName(object))}`),
  ],
});

function nameOf({ schema, name }: DomainFacts): string {
  return qualified(schema, name);
}

function notNullClause({ notNullName }: DomainFacts): string {
  return notNullName === null ? 'NOT NULL' : `CONSTRAINT ${identifier(notNullName)} NOT NULL`;
}

function defaultChange(from: DomainFacts, to: DomainFacts): readonly Statement[] {
  if (from.default === to.default) return [];
  const change = to.default === null ? 'DROP DEFAULT' : `SET DEFAULT ${to.default}`;
  return [statement(`ALTER DOMAIN ${nameOf(to)} ${change}`)];
}

function notNullChange(from: DomainFacts, to: DomainFacts): readonly Statement[] {
  const name = nameOf(to);
  if (from.notNull && !to.notNull) return [statement(`ALTER DOMAIN ${name} DROP NOT NULL`)];
  if (!from.notNull && to.notNull) {
    const sql = to.notNullName === null ? `SET ${notNullClause(to)}` : `ADD ${notNullClause(to)}`;
    return [
      statement(`ALTER DOMAIN ${name} ${sql}`, {
        hazards: [
          {
            kind: 'may-fail-on-rows',
            message: `The migration fails where a column of type ${name} holds NULL. Give these rows a value first.`,
            objects: [name],
          },
          {
            kind: 'scans-table',
            message: `Every table with a column of type ${name} is read while nobody can write to it.`,
            objects: [name],
          },
        ],
      }),
    ];
  }
  const [before, after] = [from, to].map((facts) => facts.notNullName ?? `${facts.name}_not_null`);
  if (before === undefined || after === undefined || before === after) return [];
  return [statement(`ALTER DOMAIN ${name} RENAME CONSTRAINT ${identifier(before)} TO ${identifier(after)}`)];
}
