import type { CatalogObject } from '../catalog-object.ts';
import { identifier, objectId, qualified } from '../identifier.ts';
import { type Context, defineKind } from '../kind.ts';
import { type Hazard, type Statement, statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';

/** A CHECK of a domain. */
export type DomainConstraintFacts = {
  readonly schema: string;
  readonly domain: string;
  readonly name: string;
  /** `CHECK ((VALUE > 0))` */
  readonly definition: string;
  readonly validated: boolean;
};

function domainConstraintId(schema: string, domain: string, name: string): string {
  return objectId('domain-constraint', [schema, domain, name]);
}

export function isDomainConstraint(object: CatalogObject): object is CatalogObject<DomainConstraintFacts> {
  return object.kind === 'domain-constraint';
}

/** As it stands in CREATE DOMAIN and ALTER DOMAIN. */
export function domainConstraintClause({ name, definition }: DomainConstraintFacts): string {
  return `CONSTRAINT ${identifier(name)} ${definition}`;
}

export default defineKind<DomainConstraintFacts>({
  id: 'domain-constraint',
  rank: 47,
  catalog: 'pg_type',
  where: "typtype = 'd'",

  renaming: {
    asks: false,
    path: ({ facts }) => [facts.schema, facts.domain, facts.name],
    mayBe: ({ facts: from }, { facts: to }) => from.definition === to.definition && from.validated === to.validated,
    rename: ([schema = '', domain = '', was = ''], [, , is = '']) => [
      statement(`ALTER DOMAIN ${qualified(schema, domain)} RENAME CONSTRAINT ${identifier(was)} TO ${identifier(is)}`),
    ],
  },

  async read(reader) {
    const rows = await reader.rows<DomainConstraintFacts & { oid: number; domainOid: number }>(`
      select
        c.oid,
        c.contypid as "domainOid",
        n.nspname as schema,
        t.typname as domain,
        c.conname as name,
        pg_catalog.regexp_replace(pg_catalog.pg_get_constraintdef(c.oid), ' NOT VALID$', '') as definition,
        c.convalidated as validated
      from pg_catalog.pg_constraint as c
      join pg_catalog.pg_type as t on t.oid = c.contypid
      join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
      where c.contype = 'c' and ${userSchema('n')}
      order by n.nspname, t.typname, c.conname
    `);
    for (const { oid, domainOid, ...facts } of rows) {
      const id = domainConstraintId(facts.schema, facts.domain, facts.name);
      const parent = reader.at({ catalog: 'pg_type', oid: domainOid }) ?? null;
      reader.add({ id, kind: 'domain-constraint', parent, facts }, { catalog: 'pg_constraint', oid });
    }
  },

  phrase: ({ facts }) => `CONSTRAINT ${identifier(facts.name)} ON DOMAIN ${domainOf(facts)}`,

  occupies: ({ facts }) => [`constraint ${identifier(facts.name)} of domain ${domainOf(facts)}`],

  folds: ({ facts }) => facts.validated,

  create: ({ id, parent, facts }, context) => addition(facts, parent ?? id, context),

  drop: ({ facts }) => [statement(`ALTER DOMAIN ${domainOf(facts)} DROP CONSTRAINT ${identifier(facts.name)}`)],

  alter({ facts: from }, { facts: to }, context) {
    if (from.definition === to.definition && to.validated) return { statements: [validation(to, context)] };
    return { replace: "PostgreSQL can't change a constraint of a domain" };
  },
});

function domainOf({ schema, domain }: DomainConstraintFacts): string {
  return qualified(schema, domain);
}

function addition(facts: DomainConstraintFacts, domain: string, context: Context): readonly Statement[] {
  const add = `ALTER DOMAIN ${domainOf(facts)} ADD ${domainConstraintClause(facts)}`;
  if (!facts.validated) return [statement(`${add} NOT VALID`)];
  if (!context.stays(domain)) return [statement(add)];
  if (context.online) return [statement(`${add} NOT VALID`), validation(facts, context)];
  return [statement(add, { hazards: rowHazards(facts, true) })];
}

/** In a transaction of its own, since it reads all tables that use the domain. */
function validation(facts: DomainConstraintFacts, { major }: Context): Statement {
  const sql = `ALTER DOMAIN ${domainOf(facts)} VALIDATE CONSTRAINT ${identifier(facts.name)}`;
  // since 18 the tables can be written to meanwhile
  return statement(sql, { run: 'apart', hazards: rowHazards(facts, major < 18) });
}

function rowHazards(facts: DomainConstraintFacts, blocks: boolean): readonly Hazard[] {
  const name = domainOf(facts);
  return [
    {
      kind: 'may-fail-on-rows',
      message: `The migration fails where a column of type ${name} holds a value that breaks ${facts.definition}.`,
      objects: [name],
    },
    {
      kind: 'scans-table',
      message: `Every table with a column of type ${name} is read${blocks ? ', and nobody can write to it meanwhile' : ''}.`,
      objects: [name],
    },
  ];
}
