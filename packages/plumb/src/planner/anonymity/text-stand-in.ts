import { after, keyedPlace, keyedState } from './keyed-order.ts';

/** Ideographs: every collation orders them by code point, none folds or joins them. */
const firstTarget = 0x4e00;

/** From which code point on, and how many places its like have. */
const segments = [
  { from: 0, places: 200 },
  { from: 0x20, places: 12_000 },
  { from: 0x80, places: 4_000 },
  { from: 0x800, places: 4_500 },
  { from: 0x10000, places: 240 },
  { from: 0x110000, places: 0 },
];

/**
 * Text in place of a text: of the same length, in the same order by code point, and with the same beginnings in common. What
 * stands for a character depends on all before it, so that counting characters tells little.
 */
export function textStandIns(key: Buffer): (text: string) => string {
  const start = keyedState(key, 'text');
  return (text) => {
    let state = start;
    let result = '';
    for (const character of text) {
      const unit = character.codePointAt(0) ?? 0;
      let base = firstTarget;
      for (const [at, { from, places }] of segments.entries()) {
        const end = segments[at + 1]?.from ?? 0;
        if (unit < end) {
          result += String.fromCodePoint(base + keyedPlace(state, unit - from, end - from, places));
          break;
        }
        base += places;
      }
      state = after(state, unit);
    }
    return result;
  };
}

/** As with text, but blanks at the end of `char(n)` don't count. */
export function paddedStandIns(texts: (text: string) => string): (text: string) => string {
  return (text) => {
    const end = text.replace(/ +$/, '').length;
    return texts(text.slice(0, end)) + text.slice(end);
  };
}
