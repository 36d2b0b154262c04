import type { ProfiledStatistics } from '../profile/profile.ts';

type Numbered = (attribute: string | number) => number;
type Item = readonly [attributes: readonly number[], value: number];

/** `pg_ndistinct` as PostgreSQL stores it. */
export function storedDistinct(items: NonNullable<ProfiledStatistics['distinct']>, numbered: Numbered): Buffer {
  return Buffer.concat([
    header(0xa352bfa4, items.length),
    ...items.map(({ attributes, value }) => item([attributes.map(numbered), value], 4)),
  ]);
}

/** `pg_dependencies` as PostgreSQL stores it. */
export function storedDependencies(items: NonNullable<ProfiledStatistics['dependencies']>, numbered: Numbered): Buffer {
  return Buffer.concat([
    header(0xb4549a2c, items.length),
    ...items.map(({ attributes, degree }) => item([attributes.map(numbered), degree], 2)),
  ]);
}

function header(magic: number, count: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32LE(magic, 0);
  bytes.writeUInt32LE(1, 4);
  bytes.writeUInt32LE(count, 8);
  return bytes;
}

function item([attributes, value]: Item, countBytes: 2 | 4): Buffer {
  const bytes = Buffer.alloc(8 + countBytes + 2 * attributes.length);
  bytes.writeDoubleLE(value, 0);
  bytes.writeIntLE(attributes.length, 8, countBytes);
  for (const [at, attribute] of attributes.entries()) bytes.writeInt16LE(attribute, 8 + countBytes + 2 * at);
  return bytes;
}

/** The same list of most common values with other frequencies, given in the order of its items, which end it. */
export function withFrequencies(
  list: Buffer,
  frequencies: readonly (readonly [frequency: number, baseFrequency: number])[],
): Buffer {
  const patched = Buffer.from(list);
  const dimensions = patched.readInt16LE(12);
  const size = 3 * dimensions + 16;
  const first = patched.length - frequencies.length * size;
  for (const [at, [frequency, baseFrequency]] of frequencies.entries()) {
    const place = first + at * size + dimensions;
    patched.writeDoubleLE(frequency, place);
    patched.writeDoubleLE(baseFrequency, place + 8);
  }
  return patched;
}
