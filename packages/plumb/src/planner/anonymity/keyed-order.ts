import { createHmac } from 'node:crypto';

/** A state that the key and all that was read so far decide. */
export interface KeyedState {
  readonly a: number;
  readonly b: number;
}

export function keyedState(key: Buffer, purpose: string): KeyedState {
  const digest = createHmac('sha256', key).update(purpose).digest();
  return { a: digest.readInt32LE(0), b: digest.readInt32LE(4) };
}

export function after({ a, b }: KeyedState, unit: number): KeyedState {
  return { a: mixed(a ^ unit, b), b: mixed(b + unit, a) };
}

/** A whole number of `least` to `most` that the key decides. */
export function keyedNumber(key: Buffer, purpose: string, least: number, most: number): number {
  const digest = createHmac('sha256', key).update(purpose).digest();
  return least + (digest.readUInt32LE(0) % (most - least + 1));
}

/**
 * Where one of `count` units goes among `slots` places: in order, at distances that the state decides. As long as there
 * are as many places as units each has its own.
 */
export function keyedPlace(state: KeyedState, unit: number, count: number, slots: number): number {
  let [at, units, places, base] = [unit, count, slots, 0];
  let node = 1;
  while (units > 1 && places > 1) {
    const left = units >> 1;
    const chance = (mixed(state.a ^ Math.imul(node, 0x9e3779b1), state.b) >>> 0) / 2 ** 32;
    const given =
      places >= units ? left + Math.floor(chance * (places - units + 1)) : Math.floor(places * (0.25 + chance / 2));
    const isLeft = at < left;
    node = 2 * node + (isLeft ? 0 : 1);
    if (isLeft) {
      [units, places] = [left, given];
    } else {
      [at, units, places, base] = [at - left, units - left, places - given, base + given];
    }
  }
  const chance = (mixed(state.b ^ node, state.a) >>> 0) / 2 ** 32;
  return Math.min(slots - 1, base + Math.floor(chance * places));
}

function mixed(value: number, other: number): number {
  let mix = Math.imul(value ^ (value >>> 16) ^ other, 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35) + other;
  mix = Math.imul(mix ^ (mix >>> 15), 0x2c1b3c6d);
  return mix ^ (mix >>> 16);
}
