import type { CatalogObject } from './catalog-object.ts';
import { identifier, qualified } from './identifier.ts';
import type { Renaming } from './kind.ts';
import { statement } from './statement.ts';

interface Named {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** As PostgreSQL prints it, with its name in the beginning. */
  readonly definition?: string;
}

/** Renames what has a name in a table, where all that is told of it is alike. `word` is as in ALTER TRIGGER. */
export function renamingInTable<Facts extends Named>(
  word: string,
  canBe: Renaming<Facts>['mayBe'] = () => true,
): Renaming<Facts> {
  return {
    asks: false,
    path: ({ facts }) => [facts.schema, facts.table, facts.name],
    mayBe: (from, to, catalogs) => withoutName(from) === withoutName(to) && canBe(from, to, catalogs),
    rename: ([schema = '', table = '', was = ''], [, , is = '']) => [
      statement(`ALTER ${word} ${identifier(was)} ON ${qualified(schema, table)} RENAME TO ${identifier(is)}`),
    ],
  };
}

function withoutName({ facts }: CatalogObject<Named>): string {
  const definition = facts.definition?.replace(` ${identifier(facts.name)} `, () => ' ') ?? null;
  return JSON.stringify({ ...facts, name: null, definition });
}
