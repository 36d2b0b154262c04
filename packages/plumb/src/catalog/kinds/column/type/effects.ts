import type { Catalog } from '../../../catalog-object.ts';
import type { Hazard } from '../../../statement.ts';
import { isText } from './casts.ts';
import { type TypeName, typeName, underlyingType } from './type-name.ts';

/** Types that are stored alike. */
const alike: readonly (readonly string[])[] = [
  ['text', 'character varying', 'public.citext'],
  ['bit', 'bit varying'],
  ['integer', 'oid', 'regclass', 'regtype', 'regproc', 'regprocedure', 'regrole', 'regnamespace'],
];

/** What a new type does to the rows: whether they are written anew, and what may be lost of them. */
export function typeHazards(
  column: string,
  table: string,
  change: { readonly from: string; readonly to: string; readonly converts: boolean },
  catalogs: { readonly from: Catalog; readonly to: Catalog },
): readonly Hazard[] {
  const { from, to, converts } = change;
  const old = typeName(underlyingType(from, catalogs.from));
  const wanted = typeName(underlyingType(to, catalogs.to));
  const checked = catalogs.to.objects.has(`domain ${to}`) && from !== to;
  const keeps = !converts && keepsBytes(old, wanted);
  const hazards: Hazard[] = [];
  if (checked) {
    hazards.push({
      kind: 'scans-table',
      message: `Every row of ${table} is checked against ${to} while nobody can read or write the table.`,
      objects: [table],
    });
  } else if (!keeps) {
    hazards.push({
      kind: 'rewrites-table',
      message: `${table} is written anew while nobody can read or write it: ${column} changes from ${from} to ${to}.`,
      objects: [table],
    });
  }
  if (loses(old, wanted)) {
    hazards.push({
      kind: 'data-loss',
      message:
        from === to
          ? `${column} holds less as ${to} will be than as it is: values that don't fit are cut or refused.`
          : `${column} can hold less as ${to} than as ${from}: what doesn't fit is cut off, or refused.`,
      objects: [column],
    });
  }
  if (checked || converts || loses(old, wanted)) {
    hazards.push({
      kind: 'may-fail-on-rows',
      message: `The migration fails where ${column} holds a value that can't be converted to ${to}.`,
      objects: [column],
    });
  }
  return hazards;
}

function keepsBytes(from: TypeName, to: TypeName): boolean {
  if (from.array !== to.array) return false;
  if (from.base !== to.base) {
    if (from.base === 'cidr' && to.base === 'inet') return true;
    if (from.base === 'xml' && isText(to.base)) return to.modifiers.length === 0;
    const stored = alike.some((types) => types.includes(from.base) && types.includes(to.base));
    return stored && !from.array && widens(from, to);
  }
  return widens(from, to);
}

/** Whether the new modifiers allow all that the old ones did, and store it the same way. */
function widens({ base, modifiers: from }: TypeName, { modifiers: to }: TypeName): boolean {
  if (to.length === 0) return base !== 'character' || from.length === 0;
  if (from.length === 0) return false;
  const [precision = 0, scale = 0] = from;
  const [newPrecision = 0, newScale = 0] = to;
  if (base === 'numeric') return newPrecision >= precision && newScale === scale;
  if (base === 'character' || base === 'bit') return newPrecision === precision;
  return newPrecision >= precision;
}

const sizes: readonly string[] = ['smallint', 'integer', 'bigint', 'numeric'];
const losing: Readonly<Record<string, readonly string[]>> = {
  numeric: ['boolean', 'real', 'double precision', 'smallint', 'integer', 'bigint', 'money'],
  'double precision': ['boolean', 'real', 'numeric', 'smallint', 'integer', 'bigint'],
  real: ['boolean', 'numeric', 'smallint', 'integer', 'bigint'],
  bigint: ['boolean', 'real', 'double precision'],
  integer: ['real', 'boolean'],
  smallint: ['boolean'],
  'time with time zone': ['time without time zone', 'interval'],
  macaddr8: ['macaddr'],
  'timestamp with time zone': ['date', 'time without time zone', 'time with time zone'],
  'timestamp without time zone': ['date', 'time without time zone'],
  interval: ['time without time zone'],
  inet: ['cidr'],
  json: ['jsonb'],
};

function loses(from: TypeName, to: TypeName): boolean {
  if (from.array && !to.array) return !isText(to.base);
  if (from.base === to.base || (isText(from.base) && isText(to.base))) {
    const toUnlimited = to.modifiers.length === 0 && !['character', '"char"', 'name'].includes(to.base);
    if (toUnlimited) return false;
    if (from.base !== to.base && from.modifiers.length === 0) return true;
    return !holdsAll(from, to);
  }
  const [size, newSize] = [sizes.indexOf(from.base), sizes.indexOf(to.base)];
  if (size >= 0 && newSize >= 0 && newSize < size) return true;
  if (size >= 0 && newSize > size) return to.base === 'numeric' && to.modifiers.length > 0;
  return losing[from.base]?.includes(to.base) === true;
}

function holdsAll({ base, modifiers: from }: TypeName, { modifiers: to }: TypeName): boolean {
  if (to.length === 0) return true;
  if (from.length === 0) return false;
  const [precision = 0, scale = 0] = from;
  const [newPrecision = 0, newScale = 0] = to;
  return base === 'numeric'
    ? newPrecision - newScale >= precision - scale && newScale >= scale
    : newPrecision >= precision;
}
