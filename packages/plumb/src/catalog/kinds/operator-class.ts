import { identifier, objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { definitionsOf, operatorMembersOf } from '../operator-members.ts';
import { statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';

export type OperatorClassFacts = {
  readonly schema: string;
  readonly name: string;
  /** The access method. */
  readonly method: string;
  readonly type: string;
  readonly default: boolean;
  readonly familySchema: string;
  readonly family: string;
  readonly storage: string | null;
  /** Definitions by place. */
  readonly members: Readonly<Record<string, string>>;
};

function operatorClassId(schema: string, name: string, method: string): string {
  return objectId('operator-class', [schema, name], ` using ${identifier(method)}`);
}

export default defineKind<OperatorClassFacts>({
  id: 'operator-class',
  rank: 75,
  catalog: 'pg_opclass',

  async read(reader) {
    const rows = await reader.rows<Omit<OperatorClassFacts, 'members'> & { oid: number }>(`
      select
        c.oid,
        n.nspname as schema,
        c.opcname as name,
        a.amname as method,
        pg_catalog.format_type(c.opcintype, null) as type,
        c.opcdefault as default,
        fn.nspname as "familySchema",
        f.opfname as family,
        pg_catalog.format_type(nullif(c.opckeytype, 0), null) as storage
      from pg_catalog.pg_opclass as c
      join pg_catalog.pg_namespace as n on n.oid = c.opcnamespace
      join pg_catalog.pg_am as a on a.oid = c.opcmethod
      join pg_catalog.pg_opfamily as f on f.oid = c.opcfamily
      join pg_catalog.pg_namespace as fn on fn.oid = f.opfnamespace
      where ${userSchema('n')}
      order by n.nspname, c.opcname, a.amname
    `);
    if (rows.length === 0) return;
    const members = await operatorMembersOf(reader);
    for (const { oid, ...row } of rows) {
      const id = operatorClassId(row.schema, row.name, row.method);
      const own = members.filter((member) => member.class === oid);
      const facts = { ...row, members: definitionsOf(own) };
      reader.add({ id, kind: 'operator-class', parent: null, facts }, { catalog: 'pg_opclass', oid });
      for (const { address } of own) reader.alias(address, reader.at({ catalog: 'pg_opclass', oid }) ?? id);
    }
  },

  phrase: ({ facts }) => `OPERATOR CLASS ${nameOf(facts)}`,

  /** A type has one default class for an access method. */
  occupies: ({ facts }) => [
    ...(facts.default ? [`default operator class for ${facts.type} using ${facts.method}`] : []),
    ...Object.keys(facts.members).map((place) => `${place} of ${familyOf(facts)}`),
  ],

  create({ facts }) {
    const isOwnFamily = facts.family === facts.name && facts.familySchema === facts.schema;
    const family = isOwnFamily ? '' : ` FAMILY ${qualified(facts.familySchema, facts.family)}`;
    const members = Object.values(facts.members);
    // something has to be said of one that has no members
    const storage = facts.storage ?? (members.length === 0 ? facts.type : null);
    const items = [...members, ...(storage === null ? [] : [`STORAGE ${storage}`])];
    return [
      statement(
        `CREATE OPERATOR CLASS ${qualified(facts.schema, facts.name)}\n` +
          `  ${facts.default ? 'DEFAULT ' : ''}FOR TYPE ${facts.type} USING ${identifier(facts.method)}${family} AS\n` +
          `  ${items.join(',\n  ')}`,
      ),
    ];
  },

  drop: ({ facts }) => [statement(`DROP OPERATOR CLASS ${nameOf(facts)}`)],

  alter: () => ({ replace: "PostgreSQL can't change what an operator class is made of" }),
});

function nameOf({ schema, name, method }: OperatorClassFacts): string {
  return `${qualified(schema, name)} USING ${identifier(method)}`;
}

function familyOf({ familySchema, family, method }: OperatorClassFacts): string {
  return `${qualified(familySchema, family)} USING ${identifier(method)}`;
}
