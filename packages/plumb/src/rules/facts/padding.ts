/** Bytes of types of a fixed length, and what they are aligned to. */
const lengths: Readonly<Record<string, readonly [size: number, alignment: number]>> = {
  boolean: [1, 1],
  '"char"': [1, 1],
  uuid: [16, 1],
  smallint: [2, 2],
  integer: [4, 4],
  real: [4, 4],
  date: [4, 4],
  oid: [4, 4],
  bigint: [8, 8],
  'double precision': [8, 8],
  money: [8, 8],
  'timestamp with time zone': [8, 8],
  'timestamp without time zone': [8, 8],
  'time without time zone': [8, 8],
  'time with time zone': [12, 8],
  interval: [16, 8],
};

/** What is filled up between columns of these types, in this order, and how much smaller a row is without it. */
export function paddingOf(types: readonly string[]): { readonly padding: number; readonly saved: number } {
  let [offset, sizes, padding] = [0, 0, 0];
  for (const type of types) {
    const length = lengths[type.replace(/\(\d+\)/, '')];
    if (length === undefined) {
      // where what follows a text begins isn't known
      offset = 0;
      continue;
    }
    const [size, alignment] = length;
    const gap = aligned(offset, alignment) - offset;
    padding += gap;
    sizes += size;
    offset += gap + size;
  }
  return { padding, saved: aligned(sizes + padding, 8) - aligned(sizes, 8) };
}

function aligned(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment;
}
