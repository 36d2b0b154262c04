/** A type as PostgreSQL writes it: `numeric(10,2)[]`. */
interface TypeParts {
  readonly name: string;
  readonly numbers: readonly number[];
  readonly array: boolean;
}

function typeParts(type: string): TypeParts {
  const [, numbers] = /\(([\d,\s-]+)\)/.exec(type) ?? [];
  return {
    name: type
      .replace(/\([^)]*\)/, '')
      .replaceAll('[]', '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    numbers: numbers === undefined ? [] : numbers.split(',').map(Number),
    array: type.endsWith('[]'),
  };
}

const whole = ['smallint', 'integer', 'bigint'];
const approximate = ['real', 'double precision'];
const texts = ['character varying', 'character'];
const moments = ['timestamp without time zone', 'timestamp with time zone'];

/** Whether values can be lost or refused where a column gets another type: because they are too long, too large, too exact. */
export function isNarrower(was: string, is: string): boolean {
  const [from, to] = [typeParts(was), typeParts(is)];
  if (from.array !== to.array) return false;
  const [isText, wasText] = [texts.includes(to.name), texts.includes(from.name) || from.name === 'text'];
  if (isText && to.numbers[0] !== undefined) {
    return wasText ? (from.numbers[0] ?? Number.POSITIVE_INFINITY) > to.numbers[0] : false;
  }
  if (wasText) return isNumber(to.name) || moments.includes(to.name) || to.name === 'date' || to.name === 'boolean';
  if (whole.includes(from.name) && whole.includes(to.name)) return whole.indexOf(from.name) > whole.indexOf(to.name);
  if (from.name === 'double precision' && to.name === 'real') return true;
  if (from.name === 'numeric' && to.name === 'numeric') return isNarrowerNumeric(from.numbers, to.numbers);
  if (from.name === 'numeric' || approximate.includes(from.name)) return whole.includes(to.name);
  if (whole.includes(from.name) && to.name === 'numeric')
    return isNarrowerNumeric([digits[from.name] ?? 19, 0], to.numbers);
  if (from.name === 'bigint') return approximate.includes(to.name);
  if (moments.includes(from.name)) {
    return (
      to.name === 'date' ||
      to.name.startsWith('time ') ||
      (moments.includes(to.name) && (from.numbers[0] ?? 6) > (to.numbers[0] ?? 6))
    );
  }
  return false;
}

const digits: Readonly<Record<string, number>> = { smallint: 5, integer: 10, bigint: 19 };

function isNumber(name: string): boolean {
  return [...whole, ...approximate, 'numeric'].includes(name);
}

function isNarrowerNumeric(from: readonly number[], to: readonly number[]): boolean {
  const [precision, scale = 0] = to;
  if (precision === undefined) return false;
  const [was, wasScale = 0] = from;
  return was === undefined || was - wasScale > precision - scale || wasScale > scale;
}

/** As what clients get a value: how node-postgres and its like read the type. */
export function clientType(type: string): string {
  const { name, array } = typeParts(type);
  return `${clientTypes[name] ?? 'text'}${array ? '[]' : ''}`;
}

const clientTypes: Readonly<Record<string, string>> = {
  smallint: 'a number',
  integer: 'a number',
  real: 'a number',
  'double precision': 'a number',
  bigint: 'a large number, which many clients give as a text',
  numeric: 'an exact number, which many clients give as a text',
  boolean: 'a boolean',
  json: 'JSON',
  jsonb: 'JSON',
  date: 'a date',
  'timestamp without time zone': 'a time without a zone',
  'timestamp with time zone': 'a point in time',
  'time without time zone': 'a time of day',
  'time with time zone': 'a time of day with a zone',
  interval: 'an interval',
  bytea: 'bytes',
};
