import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { codeBlocks } from './code-blocks.ts';
import { commandErrors } from './command-lines.ts';
import { documents } from './documents.ts';
import { root } from './source-file.ts';

const blocks = documents()
  .flatMap(({ path, text }) => codeBlocks(path, text))
  .filter(({ language }) => language === 'yaml');

test('every YAML example can be read, and calls plumb with commands and flags that exist', () => {
  const lines = blocks.flatMap((block) =>
    textsIn(parse(block.text)).flatMap((text) => text.split('\n').map((line) => ({ block, line }))),
  );
  const calls = lines.filter(({ line }) => line.includes('plumb check'));
  expect(calls.length).toBeGreaterThan(0);
  const wrong = calls.flatMap(({ block: { file, line: at }, line }) =>
    commandErrors(line).map((error) => `${file}:${at} ${error}`),
  );
  expect(wrong).toEqual([]);
});

test('every example of the action names inputs that it has, and the guide describes all of them', () => {
  const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const steps = blocks.flatMap(({ text }) => stepsOf(parse(text)));
  const given = steps
    .filter(({ uses }) => uses?.startsWith('pgplumb/'))
    .flatMap((step) => Object.keys(step.with ?? {}));
  expect(given.length).toBeGreaterThan(0);
  expect(given.filter((name) => !(name in inputs))).toEqual([]);
  const guide = readFileSync(join(root, 'docs/guide/ci.md'), 'utf8');
  expect(Object.keys(inputs).filter((name) => !guide.includes(`\n| \`${name}\` |`))).toEqual([]);
});

interface Step {
  readonly uses?: string;
  readonly with?: object;
}

function stepsOf({ jobs = {} }: { readonly jobs?: Readonly<Record<string, { readonly steps: readonly Step[] }>> }) {
  return Object.values(jobs).flatMap(({ steps }) => steps);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
