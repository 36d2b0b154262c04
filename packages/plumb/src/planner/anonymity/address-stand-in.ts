import { orderedBytes } from './bytes-stand-in.ts';

/**
 * An address of version 6 in place of each, in the same order: those of version 4 first, of version 6 by their first
 * seven bytes. Networks that are within each other at whole bytes stay so.
 */
export function addressStandIns(key: Buffer): (text: string) => string | null {
  const ordered = orderedBytes(key);
  return (text) => {
    const [address = '', mask] = text.split('/');
    const bytes = address.includes(':') ? longAddress(address) : shortAddress(address);
    if (bytes === null) return null;
    const isShort = bytes.length === 4;
    const result = Buffer.alloc(16);
    result[0] = isShort ? 0x20 : 0x30;
    ordered(bytes.subarray(0, 7)).copy(result, 1);
    if (!isShort) result[15] = ordered(bytes).at(-1) ?? 0;
    const length = mask === undefined ? 128 : Math.min(128, 8 + 2 * Number(mask));
    return printed(result, length);
  };
}

/** Of a network, PostgreSQL wants nothing beyond its mask. */
function printed(address: Buffer, length: number): string {
  const within = address.map((byte, at) => byte & (0xff00 >> Math.max(0, Math.min(8, length - 8 * at))));
  const groups = Buffer.from(within).toString('hex').match(/.{4}/g) ?? [];
  return `${groups.join(':')}${length === 128 ? '' : `/${length}`}`;
}

function shortAddress(text: string): Buffer | null {
  const parts = text.split('.').map(Number);
  return parts.length === 4 && parts.every((part) => part >= 0 && part < 256) ? Buffer.from(parts) : null;
}

function longAddress(text: string): Buffer | null {
  const [, start = '', end = ''] = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text) ?? [];
  const embedded = shortAddress(end)?.toString('hex') ?? '';
  const plain = embedded === '' ? text : `${start}${embedded.slice(0, 4)}:${embedded.slice(4)}`;
  const [left = [], right] = plain.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const missing = right === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  const groups = [...left, ...missing, ...(right ?? [])].map((group) => group.padStart(4, '0'));
  const bytes = Buffer.from(groups.join(''), 'hex');
  return bytes.length === 16 ? bytes : null;
}
