import { expect, test } from 'vitest';
import { printable } from './printable.ts';

test('a value from a database cannot steer the terminal', () => {
  expect(printable('\u001b]0;title\u0007 \u009b31m\u202egpj.exe')).toBe(
    '\\u001b]0;title\\u0007 \\u009b31m\\u202egpj.exe',
  );
});

test('tabs and line breaks are shown as they are written', () => {
  expect(printable('a\tb\r\n')).toBe('a\\tb\\r\\n');
});

test('letters of every language and joined emoji stay', () => {
  expect(printable('Zoë 日本 👩‍👩‍👧 می‌خواهم')).toBe('Zoë 日本 👩‍👩‍👧 می‌خواهم');
});
