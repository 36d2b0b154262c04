import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['sslmod', ['sslmode', 'user'], ['sslmode']],
  ['prefre', ['prefer', 'require'], ['prefer']],
  ['appp', ['app', 'application', 'apps'], ['app', 'apps']],
  ['APP', ['app'], ['app']],
  ['colour', ['password', 'host'], []],
])('%s among %j most likely means %j', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toEqual(expected);
});
