import { expect, test } from 'vitest';
import { typescriptCovers } from './typescript-covers.ts';

test.each([
  '{}',
  '{ "compilerOptions": { "outDir": "dist" } }',
  '{ "include": ["**/*.ts"] }',
  '{ "include": ["./*"] }',
  '{ "include": ["src", "."] }',
  '{ /* "noEmit": true */ "compilerOptions": { "rootDir": "src" } } // "files": []',
])('%s compiles a file beside it', (tsconfig) => {
  expect(typescriptCovers(tsconfig)).toBe(true);
});

test.each([
  '{ "compilerOptions": { "noEmit": true } }',
  '{ "include": ["src", "./test/**/*.ts"] }',
  '{ "files": ["src/index.ts"] }',
  '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } }, "include": ["src/**/*"] }',
])('%s leaves a file beside it alone', (tsconfig) => {
  expect(typescriptCovers(tsconfig)).toBe(false);
});
