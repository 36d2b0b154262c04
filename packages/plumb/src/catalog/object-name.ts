import { createHash } from 'node:crypto';

const longest = 63;

/**
 * The name that PostgreSQL chooses for what belongs to a table: `users_id_seq`. Where it is too long, the longer of
 * the two parts is cut, byte by byte, and never within a character. Numbers against clashes are not part of it.
 */
export function chosenName(table: string, column: string | null, label: string): string {
  const whole = column === null ? `${table}_${label}` : `${table}_${column}_${label}`;
  if (Buffer.byteLength(whole) <= longest) return whole;
  const parts = [bytes(table), bytes(column ?? '')] as const;
  const overhead = 1 + label.length + (column === null ? 0 : 1);
  let [first, second] = [parts[0].length, parts[1].length];
  while (first + second + overhead > longest) {
    if (first > second) first -= 1;
    else second -= 1;
  }
  return [clipped(parts[0], first), ...(column === null ? [] : [clipped(parts[1], second)]), label].join('_');
}

/** The name of what stands beside something of another name: `users_idx_plumb_new`. A long one is cut, and stays unlike others. */
export function nameBeside(name: string, ending: string): string {
  const whole = `${name}${ending}`;
  if (Buffer.byteLength(whole) <= longest) return whole;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${clipped(bytes(name), longest - 1 - hash.length - Buffer.byteLength(ending))}_${hash}${ending}`;
}

function bytes(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}

function clipped(text: Buffer, length: number): string {
  let end = Math.min(length, text.length);
  while (end > 0 && end < text.length && ((text[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return text.subarray(0, end).toString('utf8');
}
