import { objectId } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { statement } from '../statement.ts';
import { firstUserOid } from '../system-catalogs.ts';

export type CastFacts = {
  readonly source: string;
  readonly target: string;
  /** `WITH FUNCTION public.f(public.c)`, `WITH INOUT`, `WITHOUT FUNCTION` */
  readonly method: string;
  readonly context: 'implicit' | 'assignment' | 'explicit';
};

function castId(source: string, target: string): string {
  return objectId('cast', [], `(${source} AS ${target})`);
}

export default defineKind<CastFacts>({
  id: 'cast',
  rank: 76,
  catalog: 'pg_cast',

  /** A cast has no schema: the user's are those that didn't come with PostgreSQL. */
  async read(reader) {
    const rows = await reader.rows<CastFacts & { oid: number }>(`
      select
        c.oid,
        pg_catalog.format_type(c.castsource, null) as source,
        pg_catalog.format_type(c.casttarget, null) as target,
        case c.castmethod
          when 'f' then 'WITH FUNCTION ' || c.castfunc::regprocedure::text
          when 'i' then 'WITH INOUT'
          else 'WITHOUT FUNCTION'
        end as method,
        case c.castcontext when 'i' then 'implicit' when 'a' then 'assignment' else 'explicit' end as context
      from pg_catalog.pg_cast as c
      where c.oid >= ${firstUserOid}
        and not exists (
          select from pg_catalog.pg_depend as d
          where d.classid = 'pg_catalog.pg_cast'::regclass
            and d.objid = c.oid
            and d.refclassid = 'pg_catalog.pg_type'::regclass
            and d.deptype = 'i'
        )
      order by source, target
    `);
    for (const { oid, ...facts } of rows) {
      const id = castId(facts.source, facts.target);
      reader.add({ id, kind: 'cast', parent: null, facts }, { catalog: 'pg_cast', oid });
    }
  },

  phrase: ({ facts }) => `CAST (${facts.source} AS ${facts.target})`,

  create({ facts }) {
    const context = facts.context === 'explicit' ? '' : ` AS ${facts.context.toUpperCase()}`;
    return [statement(`CREATE CAST (${facts.source} AS ${facts.target}) ${facts.method}${context}`)];
  },

  drop: ({ facts }) => [statement(`DROP CAST (${facts.source} AS ${facts.target})`)],

  alter: () => ({ replace: 'PostgreSQL has no ALTER for casts' }),
});
