import { identifier, objectId } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import { everybody, grantee, whoRunsIt } from '../../role-name.ts';
import { type Statement, statement } from '../../statement.ts';
import { accessList } from '../grant/access-list.ts';
import type { Grantable, Rights } from '../grant/privileges.ts';
import { rightsChanges } from '../grant/write-rights.ts';
import { schemaId } from '../schema.ts';
import { type DefaultPrivilegeFacts, rightsBefore } from './default-privilege-facts.ts';

function defaultPrivilegeId({ role, schema, grantable }: Omit<DefaultPrivilegeFacts, 'rights'>): string {
  const place = schema === null ? '' : ` in ${identifier(schema)}`;
  return objectId('default-privilege', [plurals[grantable].toLowerCase()], ` of ${role}${place}`);
}

const sorts: Readonly<Record<string, Grantable>> = {
  r: 'table',
  S: 'sequence',
  f: 'routine',
  T: 'type',
  n: 'schema',
  L: 'large-object',
};

const plurals: Readonly<Record<Grantable, string>> = {
  table: 'TABLES',
  column: 'COLUMNS',
  sequence: 'SEQUENCES',
  routine: 'FUNCTIONS',
  type: 'TYPES',
  schema: 'SCHEMAS',
  language: 'LANGUAGES',
  'foreign-data-wrapper': 'FOREIGN DATA WRAPPERS',
  server: 'FOREIGN SERVERS',
  'large-object': 'LARGE OBJECTS',
};

/** They change when all else is made, so that what a migration makes is made under those from before. */
export default defineKind<DefaultPrivilegeFacts>({
  id: 'default-privilege',
  rank: 110,
  catalog: 'pg_default_acl',
  onlyWhereStated: true,
  comesLast: true,

  async read(reader) {
    const rows = await reader.rows<{
      oid: number;
      owner: string;
      schema: string | null;
      sort: string;
      list: string;
    }>(`
      select
        d.oid,
        pg_catalog.pg_get_userbyid(d.defaclrole) as owner,
        n.nspname as schema,
        d.defaclobjtype as sort,
        pg_catalog.to_json(d.defaclacl)::text as list
      from pg_catalog.pg_default_acl as d
      left join pg_catalog.pg_namespace as n on n.oid = d.defaclnamespace
      order by 2, n.nspname, d.defaclobjtype
    `);
    for (const { oid, owner, schema, sort, list } of rows) {
      const grantable = sorts[sort];
      if (grantable === undefined) continue;
      const role = grantee(owner, reader.loader);
      const rights: [string, Rights][] = accessList(list).map((item) => [
        grantee(item.grantee, reader.loader),
        item.rights,
      ]);
      const facts = { role, schema, grantable, rights: Object.fromEntries(rights) };
      reader.add(
        {
          id: defaultPrivilegeId(facts),
          kind: 'default-privilege',
          parent: schema === null ? null : schemaId(schema),
          facts,
        },
        { catalog: 'pg_default_acl', oid },
      );
    }
  },

  phrase: ({ facts }) => `DEFAULT PRIVILEGES ON ${plurals[facts.grantable]}`,

  create: ({ facts }, { major }) => changes(facts, null, facts, major),

  drop: ({ facts }, { major }) => changes(facts, facts, null, major),

  alter: ({ facts: from }, { facts: to }, { major }) => ({ statements: changes(to, from, to, major) }),
});

/** Null says nothing, so that what is usual holds. */
function changes(
  about: DefaultPrivilegeFacts,
  from: DefaultPrivilegeFacts | null,
  to: DefaultPrivilegeFacts | null,
  major: number,
): readonly Statement[] {
  const { role, schema, grantable } = about;
  const alter = [
    'ALTER DEFAULT PRIVILEGES',
    ...(role === whoRunsIt ? [] : [`FOR ROLE ${role}`]),
    ...(schema === null ? [] : [`IN SCHEMA ${identifier(schema)}`]),
  ].join(' ');
  const target = { grantable, column: null, on: plurals[grantable] };
  const rightsOf = (facts: DefaultPrivilegeFacts | null, name: string): Rights =>
    facts === null ? rightsBefore(about, name, major) : (facts.rights[name] ?? {});
  const names = new Set([...Object.keys(from?.rights ?? {}), ...Object.keys(to?.rights ?? {}), role, everybody]);
  return [...names]
    .toSorted()
    .flatMap((name) =>
      rightsChanges(rightsOf(from, name), rightsOf(to, name), name, target, major).map((sql) =>
        statement(`${alter} ${sql}`),
      ),
    );
}
