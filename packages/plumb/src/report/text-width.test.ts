import { expect, test } from 'vitest';
import { createLook } from './look.ts';
import { padEnd, padStart, textWidth, truncate, wrap } from './text-width.ts';

const look = createLook({ colour: false, width: 80, unicode: true, verbose: false });

test('CJK and emoji take two columns, combining marks and colours none', () => {
  expect(['abc', '日本', '👩‍👩‍👧', 'e\u0301', '\u001b[31mred\u001b[39m'].map(textWidth)).toEqual([3, 4, 2, 1, 3]);
});

test('a cut text fits its width and shows that it was cut', () => {
  expect(truncate('abcdefgh', 5, look)).toBe('abcd…');
  expect(truncate('abcde', 5, look)).toBe('abcde');
  expect(truncate('日本語日本語', 5, look)).toBe('日本…');
  expect(truncate('abcdefgh', 5, { ...look, unicode: false })).toBe('ab...');
});

test('padding counts columns, not characters', () => {
  expect(`${padEnd('日本', 6)}|`).toBe('日本  |');
  expect(padStart('\u001b[1m7\u001b[22m', 3)).toBe('  \u001b[1m7\u001b[22m');
});

test('prose breaks between words; long words stay whole, line breaks and indents stay', () => {
  expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrap('see postgres://user@host/db now', 10)).toEqual(['see', 'postgres://user@host/db', 'now']);
  expect(wrap('run `plumb db start`.', 10)).toEqual(['run', '`plumb db start`.']);
  expect(wrap('a\n  deep text that goes on', 12)).toEqual(['a', '  deep text', '  that goes', '  on']);
});
