import { identifier, qualified } from '../../identifier.ts';
import type { Renaming } from '../../kind.ts';
import { statement } from '../../statement.ts';
import { unavailable } from '../table/rename-table.ts';
import type { ColumnFacts } from './column-facts.ts';
import { castContext, isNumber, isText } from './type/casts.ts';
import { typeName, underlyingType } from './type/type-name.ts';

export const columnRenaming: Renaming<ColumnFacts> = {
  asks: true,

  path: ({ facts }) => [facts.schema, facts.table, facts.name],

  /** The values of the one are of a kind with those of the other. */
  mayBe({ facts: from }, { facts: to }, catalogs) {
    if (from.inherited || to.inherited || from.type === null || to.type === null) return false;
    if (from.generated !== null || to.generated !== null) {
      return from.generated?.expression === to.generated?.expression && from.type === to.type;
    }
    const old = typeName(underlyingType(from.type, catalogs.from));
    const wanted = typeName(underlyingType(to.type, catalogs.to));
    if (old.array !== wanted.array) return false;
    if (old.base === wanted.base) return true;
    // Every type can be assigned to a text, and every text read: that says nothing.
    if (isText(old.base) || isText(wanted.base)) return isText(old.base) && isText(wanted.base);
    if (isNumber(old.base) || isNumber(wanted.base)) return isNumber(old.base) && isNumber(wanted.base);
    return castContext(old.base, wanted.base, catalogs.to) === 'assignment';
  },

  rename: ([schema = '', table = '', was = ''], [, , is = '']) => [
    statement(`ALTER TABLE ${qualified(schema, table)} RENAME COLUMN ${identifier(was)} TO ${identifier(is)}`, {
      hazards: [unavailable([schema, table, was], [schema, table, is])],
    }),
  ],
};
