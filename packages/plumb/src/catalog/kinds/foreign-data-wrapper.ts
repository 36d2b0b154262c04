import { identifier, objectId } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { knownOptions, optionLines, secretsComment } from '../known-options.ts';
import { statement } from '../statement.ts';
import { firstUserOid } from '../system-catalogs.ts';
import { foreignOptionChanges } from './column/foreign-options.ts';

/** Functions by their names. */
export type ForeignDataWrapperFacts = {
  readonly name: string;
  readonly handler: string | null;
  readonly validator: string | null;
  readonly options: Readonly<Record<string, string>>;
};

function foreignDataWrapperId(name: string): string {
  return objectId('foreign-data-wrapper', [name]);
}

export default defineKind<ForeignDataWrapperFacts>({
  id: 'foreign-data-wrapper',
  rank: 61,
  catalog: 'pg_foreign_data_wrapper',

  async read(reader) {
    const rows = await reader.rows<{
      oid: number;
      name: string;
      handler: string | null;
      validator: string | null;
      options: string[] | null;
    }>(`
      select
        w.oid,
        w.fdwname as name,
        nullif(w.fdwhandler, 0)::regproc::text as handler,
        nullif(w.fdwvalidator, 0)::regproc::text as validator,
        w.fdwoptions as options
      from pg_catalog.pg_foreign_data_wrapper as w
      where w.oid >= ${firstUserOid}
      order by w.fdwname
    `);
    for (const { oid, name, handler, validator, options: pairs } of rows) {
      const { options, notes } = knownOptions(pairs);
      const facts = { name, handler, validator, options };
      reader.add(
        { id: foreignDataWrapperId(name), kind: 'foreign-data-wrapper', parent: null, facts, notes },
        { catalog: 'pg_foreign_data_wrapper', oid },
      );
    }
  },

  phrase: ({ facts }) => phraseOf(facts),

  create({ facts, notes }) {
    const clauses = [
      `CREATE ${phraseOf(facts)}`,
      ...(facts.handler === null ? [] : [`HANDLER ${facts.handler}`]),
      ...(facts.validator === null ? [] : [`VALIDATOR ${facts.validator}`]),
      ...optionLines(facts.options),
    ];
    return [statement(clauses.join('\n  '), secretsComment(`ALTER ${phraseOf(facts)}`, notes?.secrets))];
  },

  drop: ({ facts }) => [statement(`DROP ${phraseOf(facts)}`)],

  alter({ facts: from }, { facts: to }) {
    const options = foreignOptionChanges(from.options, to.options);
    const changes = [
      ...functionChange('HANDLER', from.handler, to.handler),
      ...functionChange('VALIDATOR', from.validator, to.validator),
      ...(options === null ? [] : [`OPTIONS (${options})`]),
    ];
    return { statements: [statement(`ALTER ${phraseOf(to)} ${changes.join(' ')}`)] };
  },
});

function phraseOf({ name }: ForeignDataWrapperFacts): string {
  return `FOREIGN DATA WRAPPER ${identifier(name)}`;
}

function functionChange(word: string, from: string | null, to: string | null): readonly string[] {
  if (from === to) return [];
  return [to === null ? `NO ${word}` : `${word} ${to}`];
}
