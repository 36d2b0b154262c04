import { identifier, literal } from '../../catalog/identifier.ts';
import type { TypeShape } from './type-shape.ts';

/** A believable value of a type as SQL, another for each number; null where none is known. */
export function sampleValue(type: TypeShape, number: number): string | null {
  switch (type.form) {
    case 'enum': {
      const label = type.labels[(number - 1) % Math.max(1, type.labels.length)];
      return label === undefined ? null : cast(label, type);
    }
    case 'array': {
      const element = type.element && sampleValue({ ...type.element, size: type.size }, number);
      return element === null ? `'{}'::${type.name}` : `array[${element}]::${type.name}`;
    }
    case 'composite': {
      const fields = type.fields.map((field) => sampleValue(field, number) ?? 'null');
      return `row(${fields.join(', ')})::${type.name}`;
    }
    case 'range':
    case 'multirange': {
      const [low, high] = [1, 2].map((end) => type.element && bareValue(type.element, number * 10 + end));
      if (!low || !high) return `'${type.form === 'range' ? 'empty' : '{}'}'::${type.name}`;
      const range = `[${quotedEnd(low)},${quotedEnd(high)})`;
      return cast(type.form === 'range' ? range : `{${range}}`, type);
    }
    case 'base': {
      const value = bareValue(type, number);
      return value === null ? null : cast(value, type);
    }
  }
}

/** A constant as a type reads it. */
export function cast(value: string, { name }: TypeShape): string {
  return `${literal(value)}::${name}`;
}

function quotedEnd(value: string): string {
  return identifier(`"${value}`).startsWith('"') ? `"${value.replaceAll('"', '""')}"` : value;
}

function bareValue({ base, size }: TypeShape, number: number): string | null {
  const two = String((number % 28) + 1).padStart(2, '0');
  switch (base) {
    case 'int2':
    case 'int4':
    case 'int8':
    case 'numeric':
    case 'float4':
    case 'float8':
    case 'money':
    case 'oid':
    case 'xid8':
      return String(number);
    case 'text':
    case 'varchar':
    case 'bpchar':
    case 'citext':
    case 'name':
      return size !== null && size < 8
        ? String.fromCharCode(96 + (number % 26)).slice(0, size)
        : `sample ${number}`.slice(0, size ?? 63);
    case 'char':
      return String.fromCharCode(96 + (number % 26));
    case 'bool':
      return number % 2 === 1 ? 'true' : 'false';
    case 'date':
      return `2024-01-${two}`;
    case 'timestamp':
    case 'timestamptz':
      return `2024-01-${two} 12:00:00+00`.slice(0, base === 'timestamp' ? 19 : undefined);
    case 'time':
    case 'timetz':
      return `12:00:${two}`;
    case 'interval':
      return `${number} days`;
    case 'uuid':
      return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    case 'json':
    case 'jsonb':
      return `{"sample": ${number}}`;
    case 'jsonpath':
      return `$.sample${number}`;
    case 'bytea':
      return `\\x${two}`;
    case 'inet':
      return `10.0.0.${number % 250}`;
    case 'cidr':
      return `10.0.${number % 250}.0/24`;
    case 'macaddr':
      return `08:00:2b:01:02:${two}`;
    case 'macaddr8':
      return `08:00:2b:01:02:03:04:${two}`;
    case 'bit':
    case 'varbit':
      return number
        .toString(2)
        .padStart(size ?? 1, '0')
        .slice(-(size ?? 1));
    case 'xml':
      return `<sample>${number}</sample>`;
    case 'tsvector':
    case 'tsquery':
      return `sample${number}`;
    case 'point':
      return `(${number},${number})`;
    case 'line':
      return `{1,${number},0}`;
    case 'lseg':
    case 'path':
    case 'box':
      return `((0,0),(${number},${number}))`;
    case 'polygon':
      return `((0,0),(${number},0),(0,${number}))`;
    case 'circle':
      return `<(0,0),${number}>`;
    case 'pg_lsn':
      return `0/${number}`;
    case 'hstore':
      return `sample=>${number}`;
    case 'ltree':
    case 'lquery':
    case 'ltxtquery':
      return `sample.n${number}`;
    case 'cube':
      return `(${number})`;
    case 'seg':
      return `${number}`;
    case 'vector':
    case 'halfvec':
      return `[${Array.from({ length: size ?? 3 }, () => number).join(',')}]`;
    default:
      return null;
  }
}
