import { identifier, objectId } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { type Statement, statement } from '../statement.ts';
import { firstUserOid } from '../system-catalogs.ts';

export type TransformFacts = {
  readonly type: string;
  readonly language: string;
  /** Functions with their arguments. */
  readonly fromSql: string | null;
  readonly toSql: string | null;
};

function transformId(type: string, language: string): string {
  return objectId('transform', [], `for ${type} language ${identifier(language)}`);
}

export default defineKind<TransformFacts>({
  id: 'transform',
  rank: 78,
  catalog: 'pg_transform',

  async read(reader) {
    const rows = await reader.rows<TransformFacts & { oid: number }>(`
      select
        t.oid,
        pg_catalog.format_type(t.trftype, null) as type,
        l.lanname as language,
        nullif(t.trffromsql, 0)::regprocedure::text as "fromSql",
        nullif(t.trftosql, 0)::regprocedure::text as "toSql"
      from pg_catalog.pg_transform as t
      join pg_catalog.pg_language as l on l.oid = t.trflang
      where t.oid >= ${firstUserOid}
      order by type, l.lanname
    `);
    for (const { oid, ...facts } of rows) {
      const id = transformId(facts.type, facts.language);
      reader.add({ id, kind: 'transform', parent: null, facts }, { catalog: 'pg_transform', oid });
    }
  },

  phrase: ({ facts }) => `TRANSFORM FOR ${facts.type} LANGUAGE ${identifier(facts.language)}`,

  create: ({ facts }) => [define('CREATE', facts)],

  drop: ({ facts }) => [statement(`DROP TRANSFORM FOR ${facts.type} LANGUAGE ${identifier(facts.language)}`)],

  alter: (_from, { facts }) => ({ statements: [define('CREATE OR REPLACE', facts)] }),
});

function define(verb: string, { type, language, fromSql, toSql }: TransformFacts): Statement {
  const functions = [
    ...(fromSql === null ? [] : [`FROM SQL WITH FUNCTION ${fromSql}`]),
    ...(toSql === null ? [] : [`TO SQL WITH FUNCTION ${toSql}`]),
  ];
  return statement(`${verb} TRANSFORM FOR ${type} LANGUAGE ${identifier(language)} (${functions.join(', ')})`);
}
