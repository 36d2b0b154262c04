import { keyedNumber } from './keyed-order.ts';

/** Numbers are taken so many times, and moved. */
export interface Scale {
  readonly thousandths: bigint;
  readonly offset: bigint;
}

/** One for all types of a sort, so that what is equal stays equal, and one for those in which it has no room. */
export interface Scales {
  readonly usual: Scale;
  readonly narrow: Scale;
}

export function keyedScales(key: Buffer, purpose: string, greatest: { factor: number; offset: number }): Scales {
  const sign = keyedNumber(key, `${purpose} sign`, 0, 1) === 0 ? -1 : 1;
  return {
    usual: {
      thousandths: BigInt(1000 * keyedNumber(key, `${purpose} factor`, 2, greatest.factor)),
      offset: BigInt(sign * keyedNumber(key, `${purpose} offset`, 100, greatest.offset)),
    },
    narrow: { thousandths: BigInt(keyedNumber(key, `${purpose} narrow`, 500, 900)), offset: 0n },
  };
}

export function floorDivided(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}
