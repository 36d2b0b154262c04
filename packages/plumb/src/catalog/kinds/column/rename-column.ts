import { identifier, qualified } from '../../identifier.ts';
import type { Renaming } from '../../kind.ts';
import { statement } from '../../statement.ts';
import type { ColumnFacts } from './column-facts.ts';
import { castContext } from './type/casts.ts';
import { typeName, underlyingType } from './type/type-name.ts';

export const columnRenaming: Renaming<ColumnFacts> = {
  asks: true,

  path: ({ facts }) => [facts.schema, facts.table, facts.name],

  /** PostgreSQL could make the values of the one be those of the other. */
  mayBe({ facts: from }, { facts: to }, catalogs) {
    if (from.inherited || to.inherited || from.type === null || to.type === null) return false;
    if (from.generated !== null || to.generated !== null) {
      return from.generated?.expression === to.generated?.expression && from.type === to.type;
    }
    const old = typeName(underlyingType(from.type, catalogs.from));
    const wanted = typeName(underlyingType(to.type, catalogs.to));
    return old.array === wanted.array && castContext(old.base, wanted.base, catalogs.to) === 'assignment';
  },

  rename: ([schema = '', table = '', was = ''], [, , is = '']) => [
    statement(`ALTER TABLE ${qualified(schema, table)} RENAME COLUMN ${identifier(was)} TO ${identifier(is)}`),
  ],
};
