import { expect, test } from 'vitest';
import { rules, stations, stationsOf } from './architecture.ts';
import { parseSource, sourceFiles } from './source-file.ts';

const house = sourceFiles('packages').filter(({ path }) => /^packages\/[^/]+\/src\//.test(path));

test('the house has files, and ARCHITECTURE.md lists its stations', () => {
  expect(house.length).toBeGreaterThan(10);
  expect(stations.plumb?.slice(0, 3)).toEqual(['contract', 'sql', 'postgres']);
  expect(stations.plumb?.slice(-3)).toEqual(['cli', 'http', 'mcp']);
  expect(stations.migrate?.slice(0, 2)).toEqual(['contract', 'sql']);
  expect(stations.migrate?.at(-1)).toBe('apply');
});

test('stations are the rows of their own section, in order', () => {
  const document = '## First\n| `x/` | |\n## Who may import whom\n| `a/` | b |\n| `b-c/` | d |\n## Last\n| `z/` | |\n';
  expect(stationsOf(document, 'Who may import whom')).toEqual(['a', 'b-c']);
});

for (const rule of rules) {
  test(rule.fact, () => {
    expect(house.flatMap((file) => rule.check(file).map((violation) => `${file.path} ${violation}`))).toEqual([]);
  });

  for (const { path, text } of rule.bad) {
    test(`${rule.fact}: found in ${path}, ${excerpt(text)}`, () => {
      expect(rule.check(parseSource(path, text))).not.toEqual([]);
    });
  }

  for (const { path, text } of rule.good) {
    test(`${rule.fact}: fine in ${path}, ${excerpt(text)}`, () => {
      expect(rule.check(parseSource(path, text))).toEqual([]);
    });
  }
}

function excerpt(text: string): string {
  const line = text.replaceAll('\n', ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
