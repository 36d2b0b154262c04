import { expect, test } from 'vitest';
import { lookOf } from './look.ts';

const terminal = { isTTY: true, columns: 120 };
const pipe = {};

test('colours go to terminals only, unless they are asked for or refused', () => {
  const colour = (stream: { isTTY?: boolean }, env: Record<string, string>): boolean =>
    lookOf(stream, env, false).colour;
  expect(colour(terminal, {})).toBe(true);
  expect(colour(pipe, {})).toBe(false);
  expect(colour(terminal, { TERM: 'dumb' })).toBe(false);
  expect(colour(terminal, { NO_COLOR: '1' })).toBe(false);
  expect(colour(terminal, { NO_COLOR: '' })).toBe(true);
  expect(colour(pipe, { FORCE_COLOR: '1' })).toBe(true);
  expect(colour(terminal, { FORCE_COLOR: '0' })).toBe(false);
  expect(colour(terminal, { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(true);
});

test('the width is the one of the terminal or of COLUMNS; a file or a pipe has none', () => {
  const width = (stream: { isTTY?: boolean; columns?: number }, env: Record<string, string>): number =>
    lookOf(stream, env, false).width;
  expect(width(terminal, {})).toBe(120);
  expect(width({ isTTY: true, columns: 0 }, {})).toBe(80);
  expect(width(pipe, {})).toBe(Number.POSITIVE_INFINITY);
  expect(width(pipe, { COLUMNS: '40' })).toBe(40);
  expect(width(terminal, { COLUMNS: '3' })).toBe(20);
});

test('without colour, paint adds nothing', () => {
  const look = lookOf(pipe, {}, false);
  expect(look.bad(look.heading('text'))).toBe('text');
});
