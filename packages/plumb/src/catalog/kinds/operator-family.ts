import { identifier, objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { definitionsOf, operatorMembersOf } from '../operator-members.ts';
import { type Statement, statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';

export type OperatorFamilyFacts = {
  readonly schema: string;
  readonly name: string;
  /** The access method. */
  readonly method: string;
  /** Operators and functions that belong to none of its classes: definitions by place. */
  readonly members: Readonly<Record<string, string>>;
};

function operatorFamilyId(schema: string, name: string, method: string): string {
  return objectId('operator-family', [schema, name], ` using ${identifier(method)}`);
}

export default defineKind<OperatorFamilyFacts>({
  id: 'operator-family',
  rank: 74,
  catalog: 'pg_opfamily',

  async read(reader) {
    const rows = await reader.rows<Omit<OperatorFamilyFacts, 'members'> & { oid: number }>(`
      select f.oid, n.nspname as schema, f.opfname as name, a.amname as method
      from pg_catalog.pg_opfamily as f
      join pg_catalog.pg_namespace as n on n.oid = f.opfnamespace
      join pg_catalog.pg_am as a on a.oid = f.opfmethod
      where ${userSchema('n')}
      order by n.nspname, f.opfname, a.amname
    `);
    if (rows.length === 0) return;
    const members = await operatorMembersOf(reader);
    for (const { oid, ...row } of rows) {
      const id = operatorFamilyId(row.schema, row.name, row.method);
      const own = members.filter((member) => member.family === oid && member.class === null);
      const facts = { ...row, members: definitionsOf(own) };
      reader.add({ id, kind: 'operator-family', parent: null, facts }, { catalog: 'pg_opfamily', oid });
      for (const { address } of own) reader.alias(address, reader.at({ catalog: 'pg_opfamily', oid }) ?? id);
    }
  },

  phrase: ({ facts }) => `OPERATOR FAMILY ${nameOf(facts)}`,

  create: ({ facts }) => [
    statement(`CREATE OPERATOR FAMILY ${nameOf(facts)}`),
    ...memberChange(nameOf(facts), {}, facts.members),
  ],

  drop: ({ facts }) => [statement(`DROP OPERATOR FAMILY ${nameOf(facts)}`)],

  alter: ({ facts: from }, { facts: to }) => ({ statements: memberChange(nameOf(to), from.members, to.members) }),
});

function nameOf({ schema, name, method }: Omit<OperatorFamilyFacts, 'members'>): string {
  return `${qualified(schema, name)} USING ${identifier(method)}`;
}

/** Drops and adds members of a family. */
function memberChange(
  family: string,
  from: OperatorFamilyFacts['members'],
  to: OperatorFamilyFacts['members'],
): readonly Statement[] {
  const dropped = Object.keys(from).filter((place) => from[place] !== to[place]);
  const added = Object.keys(to).filter((place) => from[place] !== to[place]);
  return [
    ...memberStatement(family, 'DROP', dropped),
    ...memberStatement(
      family,
      'ADD',
      added.flatMap((place) => to[place] ?? []),
    ),
  ];
}

function memberStatement(family: string, verb: 'ADD' | 'DROP', members: readonly string[]): readonly Statement[] {
  if (members.length === 0) return [];
  return [statement(`ALTER OPERATOR FAMILY ${family} ${verb}\n  ${members.join(',\n  ')}`)];
}
