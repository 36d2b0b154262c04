import { expect, test } from 'vitest';
import { counted, formatAbout, formatBytes, formatCount, formatDuration } from './units.ts';

test('bytes are told with two or three figures, in steps of 1024', () => {
  expect([0, 512, 1023, 8192, 1_258_291, 104_857_600, 1024 ** 4].map(formatBytes)).toEqual([
    '0 B',
    '512 B',
    '1,023 B',
    '8 kB',
    '1.2 MB',
    '100 MB',
    '1 TB',
  ]);
  expect(formatBytes(1024 ** 2 - 1)).toBe('1 MB');
  expect(formatBytes(5_000_000_000n)).toBe('4.7 GB');
});

test('counts are grouped, or rounded to their order', () => {
  expect([7, 12_345].map(formatCount)).toEqual(['7', '12,345']);
  expect(formatCount(9_007_199_254_740_993n)).toBe('9,007,199,254,740,993');
  expect([950, 12_345, 999_999, 1_200_000].map(formatAbout)).toEqual(['950', '12 k', '1 M', '1.2 M']);
  expect([counted(1, 'row'), counted(0, 'row'), counted(1200, 'row'), counted(2, 'index', 'indexes')]).toEqual([
    '1 row',
    '0 rows',
    '1,200 rows',
    '2 indexes',
  ]);
});

test('durations are told in the units that people read', () => {
  expect([0.42, 9.97, 340, 999.7, 1234, 59_960, 123_000, 3_600_000, 3_900_000, 90_000_000].map(formatDuration)).toEqual(
    ['0.4 ms', '10 ms', '340 ms', '1 s', '1.2 s', '1 min', '2 min 3 s', '1 h', '1 h 5 min', '1 d 1 h'],
  );
});
