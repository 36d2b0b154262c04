import { identifier, objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { renamingInTable } from '../renaming-in-table.ts';
import { type Statement, statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';
import { type Firing, firingClause, firings } from './trigger/firing.ts';

/** A rewrite rule; that of a view is the view itself. */
export type RuleFacts = {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** As PostgreSQL prints it: `CREATE RULE …`. */
  readonly definition: string;
  readonly firing: Firing;
};

function ruleId(schema: string, table: string, name: string): string {
  return objectId('rule', [schema, table, name]);
}

export default defineKind<RuleFacts>({
  id: 'rule',
  rank: 94,
  catalog: 'pg_rewrite',
  where: "rulename <> '_RETURN'",

  renaming: renamingInTable('RULE'),

  async read(reader) {
    const rows = await reader.rows<Row>(sql);
    for (const { oid, relation, definition, firing, ...row } of rows) {
      const parent = reader.at({ catalog: 'pg_class', oid: relation });
      if (parent === undefined) continue;
      const id = ruleId(row.schema, row.table, row.name);
      const facts: RuleFacts = {
        ...row,
        definition: definition.replace(/;\s*$/, ''),
        firing: firings.get(firing) ?? 'origin',
      };
      reader.add({ id, kind: 'rule', parent, facts }, { catalog: 'pg_rewrite', oid });
    }
  },

  phrase: ({ facts }) => `RULE ${identifier(facts.name)} ON ${tableOf(facts)}`,

  create: ({ facts }) => [statement(facts.definition), ...setFiring('origin', facts)],

  drop: ({ facts }) => [statement(`DROP RULE ${identifier(facts.name)} ON ${tableOf(facts)}`)],

  alter: ({ facts: from }, { facts: to }) => ({
    statements: [
      ...(from.definition === to.definition
        ? []
        : [statement(to.definition.replace(/^CREATE /, 'CREATE OR REPLACE '))]),
      ...setFiring(from.firing, to),
    ],
  }),
});

function tableOf({ schema, table }: RuleFacts): string {
  return qualified(schema, table);
}

function setFiring(from: Firing, to: RuleFacts): readonly Statement[] {
  if (from === to.firing) return [];
  return [statement(`ALTER TABLE ${tableOf(to)} ${firingClause(to.firing)} RULE ${identifier(to.name)}`)];
}

interface Row {
  readonly oid: number;
  readonly relation: number;
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly definition: string;
  readonly firing: string;
}

const sql = `
  select
    r.oid,
    r.ev_class as relation,
    n.nspname as schema,
    c.relname as table,
    r.rulename as name,
    pg_get_ruledef(r.oid) as definition,
    r.ev_enabled as firing
  from pg_catalog.pg_rewrite as r
  join pg_catalog.pg_class as c on c.oid = r.ev_class
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  where r.rulename <> '_RETURN' and ${userSchema('n')}
  order by n.nspname, c.relname, r.rulename
`;
