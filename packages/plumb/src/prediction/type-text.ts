import type { Node, TypeName } from 'libpg-query';
import { identifier } from '../catalog/identifier.ts';
import { namesIn } from '../rules/sql/nodes-of.ts';

/** PostgreSQL's own names of types, as its parser has them, and as `format_type` writes them. */
const written: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int2: 'smallint',
  int4: 'integer',
  int: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  varchar: 'character varying',
  bpchar: 'character',
  char: '"char"',
  varbit: 'bit varying',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
  time: 'time without time zone',
  timetz: 'time with time zone',
  smallserial: 'smallint',
  serial2: 'smallint',
  serial: 'integer',
  serial4: 'integer',
  bigserial: 'bigint',
  serial8: 'bigint',
};

/** A type as PostgreSQL writes it: `character varying(20)`, `timestamp(3) with time zone`; one of the user's without `public`. */
export function typeText(type: TypeName | undefined): string | null {
  if (type === undefined) return null;
  const names = namesIn(type.names);
  const name = names.at(-1) ?? '';
  const isOwn = names.length > 1 && names[0] !== 'pg_catalog';
  const base = isOwn
    ? names
        .filter((part, at) => at > 0 || part !== 'public')
        .map(identifier)
        .join('.')
    : (written[name] ?? (/^[a-z_][a-z0-9_]*$/.test(name) ? name : identifier(name)));
  const numbers = name === 'interval' ? [] : (type.typmods ?? []).flatMap(numberIn);
  const array = (type.arrayBounds ?? []).length > 0 ? '[]' : '';
  // the parser writes char(1) for char
  const suffix = numbers.length === 0 ? '' : `(${numbers.join(',')})`;
  return `${/^time/.test(base) ? base.replace(/^\w+/, `$&${suffix}`) : `${base}${scaled(base, numbers, suffix)}`}${array}`;
}

function scaled(base: string, numbers: readonly number[], suffix: string): string {
  return base === 'numeric' && numbers.length === 1 ? `(${numbers[0]},0)` : suffix;
}

function numberIn(node: Node): readonly number[] {
  if ('A_Const' in node && node.A_Const.ival !== undefined) return [node.A_Const.ival.ival ?? 0];
  return [];
}

export function isSerialName(type: TypeName | undefined): boolean {
  return /^(?:small|big)?serial[248]?$/.test(namesIn(type?.names).at(-1) ?? '');
}
