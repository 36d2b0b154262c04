import { identifier, objectId } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { statement } from '../statement.ts';
import { firstUserOid } from '../system-catalogs.ts';

export type AccessMethodFacts = {
  readonly name: string;
  readonly type: 'INDEX' | 'TABLE';
  readonly handler: string;
};

function accessMethodId(name: string): string {
  return objectId('access-method', [name]);
}

export default defineKind<AccessMethodFacts>({
  id: 'access-method',
  rank: 15,
  catalog: 'pg_am',

  async read(reader) {
    const rows = await reader.rows<AccessMethodFacts & { oid: number }>(`
      select
        a.oid,
        a.amname as name,
        case a.amtype when 'i' then 'INDEX' else 'TABLE' end as type,
        a.amhandler::regproc::text as handler
      from pg_catalog.pg_am as a
      where a.oid >= ${firstUserOid}
      order by a.amname
    `);
    for (const { oid, ...facts } of rows) {
      const id = accessMethodId(facts.name);
      reader.add({ id, kind: 'access-method', parent: null, facts }, { catalog: 'pg_am', oid });
    }
  },

  phrase: ({ facts }) => `ACCESS METHOD ${identifier(facts.name)}`,

  create: ({ facts }) => [
    statement(`CREATE ACCESS METHOD ${identifier(facts.name)} TYPE ${facts.type} HANDLER ${facts.handler}`),
  ],

  drop: ({ facts }) => [statement(`DROP ACCESS METHOD ${identifier(facts.name)}`)],

  alter: () => ({ replace: 'PostgreSQL has no ALTER for what an access method is made of' }),
});
