import { floorDivided, type Scale } from './scale.ts';

export interface NumberKind {
  readonly isWhole: boolean;
  /** What its amount can't exceed; null where there is no limit that matters. */
  readonly limit: bigint | null;
}

/** A number moved and stretched; null where it has no room then. NaN and infinity stay. */
export function numberStandIn(text: string, { isWhole, limit }: NumberKind, scale: Scale): string | null {
  const number = /^(-?)(\d+)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text);
  if (number === null) return /^(NaN|-?Infinity)$/.test(text) ? text : null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = number;
  const raise = Number(exponent);
  const places = Math.max(0, fraction.length - raise);
  const digits = BigInt(sign + whole + fraction) * 10n ** BigInt(places - fraction.length + raise);
  const isFine = !isWhole && scale.thousandths % 1000n !== 0n;
  const [times, scaled] = isFine
    ? [digits * scale.thousandths, places + 3]
    : [floorDivided(digits * scale.thousandths, 1000n), places];
  const moved = times + scale.offset * 10n ** BigInt(scaled);
  const amount = moved < 0n ? -moved : moved;
  if (limit !== null && amount >= limit * 10n ** BigInt(scaled)) return null;
  const printed = amount.toString().padStart(scaled + 1, '0');
  const point = printed.length - scaled;
  return `${moved < 0n ? '-' : ''}${printed.slice(0, point)}${scaled > 0 ? `.${printed.slice(point)}` : ''}`;
}
