import { addressStandIns } from './address-stand-in.ts';
import { mapArray } from './array-text.ts';
import { byteaStandIns, uuidStandIns } from './bytes-stand-in.ts';
import { type NumberKind, numberStandIn } from './number-stand-in.ts';
import { keyedScales, type Scale } from './scale.ts';
import { paddedStandIns, textStandIns } from './text-stand-in.ts';
import { clockStandIn, intervalStandIn, timeStandIn } from './time-stand-in.ts';
import type { ValueType } from './value-types.ts';

/** Null where a value can't be replaced. */
export type StandIn = (text: string) => string | null;

/** Scales to try: the usual one, and one for those in which that has no room. */
export type Room = 'usual' | 'narrow';

/** What takes the place of a type's values: in the same order, and equal where they were equal, also of types alike. */
export function valueStandIns(key: Buffer): (type: ValueType, room: Room) => StandIn | null {
  const texts = textStandIns(key);
  const numbers = keyedScales(key, 'numbers', { factor: 9, offset: 9_999 });
  const times = keyedScales(key, 'times', { factor: 3, offset: 2_000 });
  const padded = paddedStandIns(texts);
  const known = new Map<string, (scale: { number: Scale; time: Scale; digits: number | null }) => StandIn>([
    ...['bool', 'char', 'enum'].map((name) => [name, () => (text: string) => text] as const),
    ...['text', 'varchar', 'citext', 'tsvector'].map((name) => [name, () => texts] as const),
    ['bpchar', () => padded],
    ['bytea', () => byteaStandIns(key)],
    ...['inet', 'cidr'].map((name) => [name, () => addressStandIns(key)] as const),
    ['uuid', () => uuidStandIns(key)],
    ...['date', 'timestamp', 'timestamptz'].map(
      (name) =>
        [
          name,
          ({ time }: { readonly time: Scale }) =>
            (text: string) =>
              timeStandIn(text, time),
        ] as const,
    ),
    [
      'interval',
      ({ time }) =>
        (text) =>
          intervalStandIn(text, time),
    ],
    ['time', () => (text) => clockStandIn(text, times.narrow)],
    [
      'jsonb',
      ({ number }) =>
        (text) =>
          jsonStandIn(text, texts, number),
    ],
    [
      'numeric',
      ({ number, digits }) => {
        const limit = digits === null ? null : 10n ** BigInt(digits);
        return (text) => numberStandIn(text, { isWhole: false, limit }, number);
      },
    ],
    ...Object.entries(binaryNumbers).map(
      ([name, kind]) =>
        [
          name,
          ({ number }: { readonly number: Scale }) =>
            (text: string) =>
              numberStandIn(text, kind, number),
        ] as const,
    ),
  ]);
  return ({ name, digits }, room) => {
    const make = name === null ? undefined : known.get(name);
    return make === undefined ? null : make({ number: numbers[room], time: times[room], digits });
  };
}

const binaryNumbers: Readonly<Record<string, NumberKind>> = {
  int2: { isWhole: true, limit: 2n ** 15n },
  int4: { isWhole: true, limit: 2n ** 31n },
  int8: { isWhole: true, limit: 2n ** 63n },
  float4: { isWhole: false, limit: 10n ** 38n },
  float8: { isWhole: false, limit: 10n ** 308n },
};

/** Keys are the schema's rather than the rows'. */
function jsonStandIn(text: string, texts: (text: string) => string, scale: Scale): string {
  const changed = (value: unknown): unknown => {
    if (typeof value === 'string') return texts(value);
    if (typeof value === 'number') {
      return Number(numberStandIn(String(value), { isWhole: false, limit: null }, scale) ?? 0);
    }
    if (Array.isArray(value)) return value.map(changed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, changed(each)]));
  };
  return JSON.stringify(changed(JSON.parse(text)));
}

/** Of a range by its ends. */
export function rangeStandIn(text: string, standIn: StandIn): string | null {
  if (text === 'empty') return text;
  const range = /^([[(])("(?:[^"\\]|\\.|"")*"|[^",]*),("(?:[^"\\]|\\.|"")*"|[^",]*)([\])])$/s.exec(text);
  if (range === null) return null;
  const [, opening, lower = '', upper = '', closing] = range;
  const [from, to] = [lower, upper].map((end) => endStandIn(end, standIn));
  return from === null || to === null ? null : `${opening}${from},${to}${closing}`;
}

function endStandIn(end: string, standIn: StandIn): string | null {
  if (end === '') return end;
  const plain = end.startsWith('"') ? end.slice(1, -1).replaceAll(/\\(.)|"(")/gs, '$1$2') : end;
  const changed = standIn(plain);
  return changed === null ? null : `"${changed.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** Of a value of a column, which may be an array or a range. */
export function shapedStandIn({ shape }: ValueType, standIn: StandIn): StandIn {
  if (shape === 'array') return (text) => mapArray(text, standIn);
  if (shape === 'range') return (text) => rangeStandIn(text, standIn);
  return standIn;
}
