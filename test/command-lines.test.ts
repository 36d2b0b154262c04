import { expect, test } from 'vitest';
import { codeBlocks } from './code-blocks.ts';
import { allHelp, commandErrors, inlineCalls } from './command-lines.ts';
import { documents } from './documents.ts';
import { sourceFiles } from './source-file.ts';

test('every `plumb` line of a shell block in the documents names a command and flags that exist', () => {
  const blocks = documents().flatMap(({ path, text }) => codeBlocks(path, text));
  const shell = blocks.filter(({ language }) => ['sh', 'bash', 'console', 'powershell'].includes(language));
  const lines = shell.flatMap(({ file, line, text }) =>
    text.split('\n').map((command, index) => ({ place: `${file}:${line + index}`, command })),
  );
  const wrong = lines.flatMap(({ place, command }) => commandErrors(command).map((error) => `${place} ${error}`));
  expect(wrong).toEqual([]);
});

test('every `plumb` call that documents and messages quote exists', () => {
  const sources = sourceFiles('packages').filter(({ path }) => !path.endsWith('.test.ts'));
  const messages = sources.map(({ path, text }) => ({ path, text: text.replaceAll(/^\s*(\/\*\*|\*|\/\/).*$/gm, '') }));
  const wrong = [...documents(), ...messages].flatMap(({ path, text }) =>
    inlineCalls(text).flatMap((call) => commandErrors(call).map((error) => `${path} ${error}`)),
  );
  expect(wrong).toEqual([]);
});

test('every example in the help of a command names flags that exist', () => {
  const examples = allHelp.flatMap(({ examples }) => examples.map(({ command }) => command));
  expect(examples.length).toBeGreaterThan(0);
  expect(examples.flatMap((command) => commandErrors(command).map((error) => `${command}: ${error}`))).toEqual([]);
});

test('a command or flag that does not exist is told', () => {
  expect(commandErrors('plumb nonsense')).toEqual(['no command: plumb nonsense']);
  expect(commandErrors('plumb db nonsense')).toEqual(['no command: plumb db nonsense']);
  expect(commandErrors('$ npx plumb sql --nonsense=1 "select 1" # comment')).toEqual(['plumb sql has no --nonsense']);
  expect(commandErrors('npm ci && npx plumb db start -Z')).toEqual(['plumb db start has no -Z']);
  expect(commandErrors(`plumb sql "select '--x'" | head; plumb --version`)).toEqual([]);
});

test('a quoted call is found between backticks, escaped or not, unless it is a pattern', () => {
  const text = 'Run `plumb db start` or \\`plumb sql -f x\\`; `plumb <command> --help` and `plumb.config.ts` are none.';
  expect(inlineCalls(text)).toEqual(['plumb db start', 'plumb sql -f x']);
});
