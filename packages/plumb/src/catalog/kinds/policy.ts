import type { CatalogObject } from '../catalog-object.ts';
import { identifier, objectId, qualified } from '../identifier.ts';
import { type Context, defineKind } from '../kind.ts';
import { renamingInTable } from '../renaming-in-table.ts';
import { type Hazard, type Statement, statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';

export type PolicyFacts = {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly command: 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
  readonly permissive: boolean;
  /** As SQL. */
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
};

function policyId(schema: string, table: string, name: string): string {
  return objectId('policy', [schema, table, name]);
}

export default defineKind<PolicyFacts>({
  id: 'policy',
  rank: 96,
  catalog: 'pg_policy',

  renaming: renamingInTable('POLICY'),

  async read(reader) {
    const rows = await reader.rows<Row>(sql);
    for (const { oid, relation, command, ...row } of rows) {
      const parent = reader.at({ catalog: 'pg_class', oid: relation });
      if (parent === undefined) continue;
      const id = policyId(row.schema, row.table, row.name);
      const facts: PolicyFacts = { ...row, command: commands.get(command) ?? 'ALL' };
      reader.add({ id, kind: 'policy', parent, facts }, { catalog: 'pg_policy', oid });
    }
  },

  phrase: ({ facts }) => `POLICY ${identifier(facts.name)} ON ${tableOf(facts)}`,

  create: (object, context) => [
    define(object.facts, object.facts.name, isRebuilt(object, context) ? [] : accessHazards(object, context)),
  ],

  drop: (object, context) => [
    dropOf(object.facts, object.facts.name, isRebuilt(object, context) ? [] : accessHazards(object, context)),
  ],

  alter({ facts: from }, object, context) {
    const { facts: to } = object;
    const hazards = accessHazards(object, context);
    if (isAlterable(from, to)) return { statements: [alterPolicy(from, to, hazards)] };
    // Between the two statements fewer rows are let through, never more; and nothing comes between them.
    const aside = context.asideName(object);
    const statements = from.permissive
      ? [dropOf(from, from.name, hazards), define(to, to.name, [])]
      : [
          statement(`ALTER POLICY ${identifier(from.name)} ON ${tableOf(from)} RENAME TO ${identifier(aside)}`),
          define(to, to.name, hazards),
          dropOf(from, aside, []),
        ];
    return { statements, takesDown: () => true };
  },
});

const commands = new Map<string, PolicyFacts['command']>([
  ['r', 'SELECT'],
  ['a', 'INSERT'],
  ['w', 'UPDATE'],
  ['d', 'DELETE'],
]);

function tableOf({ schema, table }: PolicyFacts): string {
  return qualified(schema, table);
}

function define(facts: PolicyFacts, name: string, hazards: readonly Hazard[]): Statement {
  const sql = [
    `CREATE POLICY ${identifier(name)} ON ${tableOf(facts)}`,
    ...(facts.permissive ? [] : ['  AS RESTRICTIVE']),
    ...(facts.command === 'ALL' ? [] : [`  FOR ${facts.command}`]),
    ...(facts.roles.join() === 'PUBLIC' ? [] : [`  TO ${facts.roles.join(', ')}`]),
    ...clauses(facts.using, facts.check),
  ];
  return statement(sql.join('\n'), { hazards });
}

function dropOf(facts: PolicyFacts, name: string, hazards: readonly Hazard[]): Statement {
  return statement(`DROP POLICY ${identifier(name)} ON ${tableOf(facts)}`, { hazards });
}

function isAlterable(from: PolicyFacts, to: PolicyFacts): boolean {
  const loses = (from.using !== null && to.using === null) || (from.check !== null && to.check === null);
  return from.command === to.command && from.permissive === to.permissive && !loses;
}

function alterPolicy(from: PolicyFacts, to: PolicyFacts, hazards: readonly Hazard[]): Statement {
  const sql = [
    `ALTER POLICY ${identifier(to.name)} ON ${tableOf(to)}`,
    ...(from.roles.join() === to.roles.join() ? [] : [`  TO ${to.roles.join(', ')}`]),
    ...clauses(from.using === to.using ? null : to.using, from.check === to.check ? null : to.check),
  ];
  return statement(sql.join('\n'), { hazards });
}

function clauses(using: string | null, check: string | null): readonly string[] {
  return [...(using === null ? [] : [`  USING (${using})`]), ...(check === null ? [] : [`  WITH CHECK (${check})`])];
}

/** Whether it is only made anew as it was, because of something that it needs. */
function isRebuilt({ id }: CatalogObject<PolicyFacts>, { from, to }: Context): boolean {
  const [before, after] = [from.objects.get(id), to.objects.get(id)];
  return before !== undefined && after !== undefined && JSON.stringify(before.facts) === JSON.stringify(after.facts);
}

function accessHazards({ parent, facts }: CatalogObject<PolicyFacts>, context: Context): readonly Hazard[] {
  if (parent === null || !context.stays(parent)) return [];
  const [table, name] = [tableOf(facts), identifier(facts.name)];
  const rows = facts.command === 'ALL' ? 'read and write' : facts.command;
  return [
    {
      kind: 'access-changes',
      message: `The policy ${name} decides which rows of ${table} ${facts.roles.join(', ')} may ${rows}.`,
      objects: [table],
    },
  ];
}

interface Row extends Omit<PolicyFacts, 'command'> {
  readonly oid: number;
  readonly relation: number;
  readonly command: string;
}

const sql = `
  select
    p.oid,
    p.polrelid as relation,
    n.nspname as schema,
    c.relname as table,
    p.polname as name,
    p.polcmd as command,
    p.polpermissive as permissive,
    array(
      select case r.role when 0 then 'PUBLIC' else quote_ident(pg_get_userbyid(r.role)) end
      from unnest(p.polroles) with ordinality as r (role, position)
      order by r.position
    ) as roles,
    pg_get_expr(p.polqual, p.polrelid) as using,
    pg_get_expr(p.polwithcheck, p.polrelid) as check
  from pg_catalog.pg_policy as p
  join pg_catalog.pg_class as c on c.oid = p.polrelid
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  where ${userSchema('n')}
  order by n.nspname, c.relname, p.polname
`;
