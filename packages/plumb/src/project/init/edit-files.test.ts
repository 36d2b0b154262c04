import { expect, test } from 'vitest';
import { ignorePlumbFolder } from './edit-gitignore.ts';
import { addScripts } from './edit-package-json.ts';

const scripts = { 'db:start': 'plumb db start', 'db:stop': 'plumb db stop' };

test('scripts are added behind those that are there, and nothing else changes', () => {
  const before =
    '{\n  "name": "app",\n  "scripts": {\n    "test": "vitest {\\"a\\"}"\n  },\n  "files": [ "dist",   "x" ]\n}';
  expect(addScripts(before, scripts)).toBe(
    '{\n  "name": "app",\n  "scripts": {\n    "test": "vitest {\\"a\\"}",\n    "db:start": "plumb db start",\n    "db:stop": "plumb db stop"\n  },\n  "files": [ "dist",   "x" ]\n}',
  );
});

test('tabs, Windows line ends and a missing last line break stay', () => {
  expect(addScripts('{\r\n\t"scripts": {\r\n\t\t"a" : "b"\r\n\t}\r\n}\r\n', scripts)).toBe(
    '{\r\n\t"scripts": {\r\n\t\t"a" : "b",\r\n\t\t"db:start" : "plumb db start",\r\n\t\t"db:stop" : "plumb db stop"\r\n\t}\r\n}\r\n',
  );
  expect(addScripts('{\r\n\t"name": "app"\r\n}', scripts)).toBe(
    '{\r\n\t"name": "app",\r\n\t"scripts": {\r\n\t\t"db:start": "plumb db start",\r\n\t\t"db:stop": "plumb db stop"\r\n\t}\r\n}',
  );
});

test.each([
  ['{}', '{\n  "scripts": {\n    "db:start": "plumb db start",\n    "db:stop": "plumb db stop"\n  }\n}'],
  ['{"name":"app"}', '{"name":"app","scripts":{"db:start":"plumb db start","db:stop":"plumb db stop"}}'],
  [
    '{"scripts":{"a":"b"},"c":{}}',
    '{"scripts":{"a":"b","db:start":"plumb db start","db:stop":"plumb db stop"},"c":{}}',
  ],
  [
    '{\n  "scripts": {},\n  "c": 1\n}\n',
    '{\n  "scripts": {\n    "db:start": "plumb db start",\n    "db:stop": "plumb db stop"\n  },\n  "c": 1\n}\n',
  ],
  [
    '\ufeff{\n    "c": "}"\n}\n',
    '\ufeff{\n    "c": "}",\n    "scripts": {\n        "db:start": "plumb db start",\n        "db:stop": "plumb db stop"\n    }\n}\n',
  ],
])('scripts are added to %j', (before, after) => {
  expect(addScripts(before, scripts)).toBe(after);
  expect(JSON.parse(after.replace('\ufeff', ''))).toMatchObject({ scripts });
});

test.each([
  ['', '.plumb/\n'],
  ['node_modules\n', 'node_modules\n.plumb/\n'],
  ['node_modules', 'node_modules\n.plumb/\n'],
  ['dist\r\n# .plumb/\r\n', 'dist\r\n# .plumb/\r\n.plumb/\r\n'],
])('the folder is added to %j', (before, after) => {
  expect(ignorePlumbFolder(before)).toBe(after);
  expect(ignorePlumbFolder(after)).toBe(after);
});

test.each(['.plumb', '/.plumb/', '  .plumb/', '**/.plumb'])('%j ignores the folder already', (line) => {
  expect(ignorePlumbFolder(`a\n${line}\n`)).toBe(`a\n${line}\n`);
});
