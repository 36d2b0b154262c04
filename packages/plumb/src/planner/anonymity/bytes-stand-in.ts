import { createHmac } from 'node:crypto';
import { after, keyedPlace, keyedState } from './keyed-order.ts';

/** Two bytes in place of each, in the same order. */
export function orderedBytes(key: Buffer): (bytes: Buffer) => Buffer {
  const start = keyedState(key, 'bytes');
  return (bytes) => {
    const result = Buffer.alloc(2 * bytes.length);
    let state = start;
    for (const [at, byte] of bytes.entries()) {
      result.writeUInt16BE(keyedPlace(state, byte, 256, 65_536), 2 * at);
      state = after(state, byte);
    }
    return result;
  };
}

export function byteaStandIns(key: Buffer): (text: string) => string | null {
  const ordered = orderedBytes(key);
  return (text) => (text.startsWith('\\x') ? `\\x${ordered(Buffer.from(text.slice(2), 'hex')).toString('hex')}` : null);
}

/** There is no room for the order of all: it is that of the first six bytes, in which versions 1 and 7 have the time. */
export function uuidStandIns(key: Buffer): (text: string) => string | null {
  const ordered = orderedBytes(key);
  return (text) => {
    const bytes = Buffer.from(text.replaceAll('-', ''), 'hex');
    if (bytes.length !== 16) return null;
    const rest = createHmac('sha256', key).update(bytes).digest().subarray(0, 4);
    const hex = Buffer.concat([ordered(bytes.subarray(0, 6)), rest]).toString('hex');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  };
}
