import { expect, test } from 'vitest';
import { csvRecord } from './csv.ts';

test('commas, quotes and line breaks are quoted; quotes are doubled', () => {
  expect(csvRecord(['plain', 'a,b', 'say "hi"', 'two\nlines'])).toBe('plain,"a,b","say ""hi""","two\nlines"\n');
});

test('a missing value differs from an empty text', () => {
  expect(csvRecord([null, ''])).toBe(',""\n');
});

test('a lone end-of-data mark of COPY is quoted', () => {
  expect(csvRecord(['\\.'])).toBe('"\\."\n');
});
