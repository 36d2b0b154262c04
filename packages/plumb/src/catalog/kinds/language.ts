import { identifier, objectId } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { type Statement, statement } from '../statement.ts';
import { firstUserOid } from '../system-catalogs.ts';

/** A procedural language; functions by their names. */
export type LanguageFacts = {
  readonly name: string;
  readonly trusted: boolean;
  readonly handler: string;
  readonly inline: string | null;
  readonly validator: string | null;
};

function languageId(name: string): string {
  return objectId('language', [name]);
}

export default defineKind<LanguageFacts>({
  id: 'language',
  rank: 15,
  catalog: 'pg_language',

  async read(reader) {
    const rows = await reader.rows<LanguageFacts & { oid: number }>(`
      select
        l.oid,
        l.lanname as name,
        l.lanpltrusted as trusted,
        l.lanplcallfoid::regproc::text as handler,
        nullif(l.laninline, 0)::regproc::text as inline,
        nullif(l.lanvalidator, 0)::regproc::text as validator
      from pg_catalog.pg_language as l
      where l.oid >= ${firstUserOid} and l.lanispl
      order by l.lanname
    `);
    for (const { oid, ...facts } of rows) {
      const id = languageId(facts.name);
      reader.add({ id, kind: 'language', parent: null, facts }, { catalog: 'pg_language', oid });
    }
  },

  phrase: ({ facts }) => `LANGUAGE ${identifier(facts.name)}`,

  create: ({ facts }) => [define('CREATE', facts)],

  drop: ({ facts }) => [statement(`DROP LANGUAGE ${identifier(facts.name)}`)],

  alter: (_from, { facts }) => ({ statements: [define('CREATE OR REPLACE', facts)] }),
});

function define(verb: string, { name, trusted, handler, inline, validator }: LanguageFacts): Statement {
  const clauses = [
    `${verb} ${trusted ? 'TRUSTED ' : ''}LANGUAGE ${identifier(name)}`,
    `HANDLER ${handler}`,
    ...(inline === null ? [] : [`INLINE ${inline}`]),
    ...(validator === null ? [] : [`VALIDATOR ${validator}`]),
  ];
  return statement(clauses.join('\n  '));
}
