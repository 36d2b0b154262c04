import { identifier, objectId } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { knownOptions, optionLines, secretsComment } from '../known-options.ts';
import { grantee } from '../role-name.ts';
import { statement } from '../statement.ts';
import { foreignOptionChanges } from './column/foreign-options.ts';
import { serverId } from './server.ts';

export type UserMappingFacts = {
  readonly server: string;
  /** As SQL names it. */
  readonly role: string;
  readonly options: Readonly<Record<string, string>>;
};

function userMappingId(server: string, role: string): string {
  return objectId('user-mapping', [server], ` for ${role}`);
}

export default defineKind<UserMappingFacts>({
  id: 'user-mapping',
  rank: 63,
  catalog: 'pg_foreign_server',

  /** Out of the view, where only superusers can read the catalogue. It shows options to those who may see them. */
  async read(reader) {
    const [right] = await reader.rows<{ readable: boolean }>(`
      select has_table_privilege('pg_catalog.pg_user_mapping', 'select') as readable
    `);
    const rows = await reader.rows<Row>(sql(right?.readable === true));
    for (const { oid, server, role: name, options: pairs, readable } of rows) {
      const { options, notes } = knownOptions(pairs);
      const role = grantee(name, reader.loader);
      if (!readable) reader.leave('options of user mappings', `${role} at ${identifier(server)}`);
      reader.add(
        {
          id: userMappingId(server, role),
          kind: 'user-mapping',
          parent: serverId(server),
          facts: { server, role, options },
          notes,
        },
        { catalog: 'pg_user_mapping', oid },
      );
    }
  },

  phrase: ({ facts }) => phraseOf(facts),

  goesWithParent: () => false,

  create({ facts, notes }) {
    const sql = [`CREATE ${phraseOf(facts)}`, ...optionLines(facts.options)].join('\n  ');
    return [statement(sql, secretsComment(`ALTER ${phraseOf(facts)}`, notes?.secrets))];
  },

  drop({ facts, notes }) {
    const secrets = notes?.secrets ?? [];
    const message = `The ${secrets.join(' and ')} of the user mapping for ${facts.role} at ${identifier(facts.server)} can't be brought back.`;
    return [
      statement(`DROP ${phraseOf(facts)}`, {
        hazards: secrets.length === 0 ? [] : [{ kind: 'irreversible', message, objects: [identifier(facts.server)] }],
      }),
    ];
  },

  alter({ facts: from }, { facts: to }) {
    const options = foreignOptionChanges(from.options, to.options);
    return { statements: options === null ? [] : [statement(`ALTER ${phraseOf(to)} OPTIONS (${options})`)] };
  },
});

interface Row {
  readonly oid: number;
  readonly server: string;
  readonly role: string | null;
  readonly options: string[] | null;
  readonly readable: boolean;
}

/** Readable is as the view has it. */
const sql = (readsAll: boolean): string => `
  select
    m.umid as oid,
    m.srvname as server,
    case when m.umuser <> 0 then m.usename end as role,
    ${readsAll ? '(select o.umoptions from pg_catalog.pg_user_mapping as o where o.oid = m.umid)' : 'm.umoptions'} as options,
    ${readsAll}
      or m.umuser = 0 and pg_has_role(s.srvowner, 'usage')
      or m.usename = current_user and (pg_has_role(s.srvowner, 'usage') or has_server_privilege(s.oid, 'usage'))
      as readable
  from pg_catalog.pg_user_mappings as m
  join pg_catalog.pg_foreign_server as s on s.oid = m.srvid
  order by m.srvname, m.usename
`;

function phraseOf({ server, role }: UserMappingFacts): string {
  return `USER MAPPING FOR ${role} SERVER ${identifier(server)}`;
}
