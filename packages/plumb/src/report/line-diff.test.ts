import { expect, test } from 'vitest';
import { renderLineDiff } from './line-diff.ts';
import { createLook } from './look.ts';

const plainLook = createLook({ colour: false, width: 80, unicode: true, verbose: false });

test('what is gone stands before what took its place, with a few lines around', () => {
  const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\n';
  expect(renderLineDiff(before, before.replace('e\n', 'x\ny\n'), plainLook)).toBe(
    '  c\n  d\n- e\n+ x\n+ y\n  f\n  g\n  …',
  );
});

test('lines that only end in another way are the same', () => {
  expect(renderLineDiff('a\r\nb\r\n', 'a\nb\nc\n', plainLook)).toBe('  a\n  b\n+ c');
});
