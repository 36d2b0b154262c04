import { identifier, literal, objectId } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { knownOptions, optionLines, secretsComment } from '../known-options.ts';
import { statement } from '../statement.ts';
import { foreignOptionChanges } from './column/foreign-options.ts';

export type ServerFacts = {
  readonly name: string;
  readonly wrapper: string;
  readonly type: string | null;
  readonly version: string | null;
  readonly options: Readonly<Record<string, string>>;
};

export function serverId(name: string): string {
  return objectId('server', [name]);
}

export default defineKind<ServerFacts>({
  id: 'server',
  rank: 62,
  catalog: 'pg_foreign_server',

  async read(reader) {
    const rows = await reader.rows<{
      oid: number;
      name: string;
      wrapper: string;
      type: string | null;
      version: string | null;
      options: string[] | null;
    }>(`
      select
        s.oid,
        s.srvname as name,
        w.fdwname as wrapper,
        s.srvtype as type,
        s.srvversion as version,
        s.srvoptions as options
      from pg_catalog.pg_foreign_server as s
      join pg_catalog.pg_foreign_data_wrapper as w on w.oid = s.srvfdw
      order by s.srvname
    `);
    for (const { oid, options: pairs, ...about } of rows) {
      const { options, notes } = knownOptions(pairs);
      const facts = { ...about, options };
      reader.add(
        { id: serverId(facts.name), kind: 'server', parent: null, facts, notes },
        { catalog: 'pg_foreign_server', oid },
      );
    }
  },

  phrase: ({ facts }) => phraseOf(facts),

  create({ facts, notes }) {
    const clauses = [
      `CREATE ${phraseOf(facts)}`,
      ...(facts.type === null ? [] : [`TYPE ${literal(facts.type)}`]),
      ...(facts.version === null ? [] : [`VERSION ${literal(facts.version)}`]),
      `FOREIGN DATA WRAPPER ${identifier(facts.wrapper)}`,
      ...optionLines(facts.options),
    ];
    return [statement(clauses.join('\n  '), secretsComment(`ALTER ${phraseOf(facts)}`, notes?.secrets))];
  },

  drop: ({ facts }) => [statement(`DROP ${phraseOf(facts)}`)],

  alter({ facts: from }, { facts: to }) {
    if (from.wrapper !== to.wrapper || from.type !== to.type) {
      return { replace: "PostgreSQL can't change the type or the wrapper of a server" };
    }
    const options = foreignOptionChanges(from.options, to.options);
    const changes = [
      ...(from.version === to.version ? [] : [`VERSION ${to.version === null ? 'NULL' : literal(to.version)}`]),
      ...(options === null ? [] : [`OPTIONS (${options})`]),
    ];
    return { statements: [statement(`ALTER ${phraseOf(to)} ${changes.join(' ')}`)] };
  },
});

function phraseOf({ name }: ServerFacts): string {
  return `SERVER ${identifier(name)}`;
}
