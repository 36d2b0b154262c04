import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CodeBlock, codeBlocks, commentBlocks } from './code-blocks.ts';
import { compileExamples } from './compile-examples.ts';
import { documents } from './documents.ts';
import { root, sourceFiles } from './source-file.ts';

const inDocuments = documents().flatMap(({ path, text }) => codeBlocks(path, text));
const inComments = sourceFiles('packages').flatMap(({ path, text }) => commentBlocks(path, text));

test('every TypeScript example of the documents and of the public API compiles against the published types', () => {
  const examples = [...inDocuments, ...inComments.filter(({ text }) => text.includes(`from 'pgplumb'`))];
  const typescript = examples.filter(({ language }) => language === 'ts');
  expect(typescript.length).toBeGreaterThan(0);
  expect(compileExamples(typescript)).toEqual([]);
});

test('an example that does not compile is told with its document and line', () => {
  const text = `import { Problem } from 'pgplumb';\n\nthrow new Problem('NO_SUCH_CODE', 'x');`;
  const example: CodeBlock = { file: 'guide.md', line: 10, language: 'ts', text };
  expect(compileExamples([example])).toEqual([expect.stringMatching(/^guide\.md:12: error TS2345: .*NO_SUCH_CODE/)]);
});

test('code blocks are found in documents and comments, with language and line', () => {
  const markdown = 'Text\n\n```ts\nconst a = 1;\n\nconst b = 2;\n```\n\n- list\n  ```sh\n  plumb sql\n  ```\n';
  expect(codeBlocks('a.md', markdown)).toEqual([
    { file: 'a.md', line: 4, language: 'ts', text: 'const a = 1;\n\nconst b = 2;' },
    { file: 'a.md', line: 11, language: 'sh', text: 'plumb sql' },
  ]);
  const source = 'const a = 1;\n/**\n * Text.\n *\n * ```ts\n * const b = 2;\n * ```\n */\n';
  expect(commentBlocks('a.ts', source)).toEqual([{ file: 'a.ts', line: 6, language: 'ts', text: 'const b = 2;' }]);
});

test('every function and class of the public API shows an example', () => {
  const [exported = ''] = readFileSync(join(root, 'packages/plumb/public-api.golden.d.ts'), 'utf8').split(
    '// Not exported',
  );
  const names = [...exported.matchAll(/^(?:function|class) (\w+)/gm)].map((match) => match[1]);
  expect(names).toContain('openShadowServer');
  const sources = sourceFiles('packages').map(({ text }) => text);
  const shown = (name: string | undefined): boolean => {
    const withComment = new RegExp(
      `/\\*\\*((?:(?!\\*/).)*)\\*/\\s*export (?:async )?(?:function|class) ${name}\\b`,
      's',
    );
    return sources.some((text) => withComment.exec(text)?.[1]?.includes('```ts'));
  };
  expect(names.filter((name) => !shown(name))).toEqual([]);
});
