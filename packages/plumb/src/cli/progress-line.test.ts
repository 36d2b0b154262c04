import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { createLook } from '../report/look.ts';
import { Output } from './output.ts';
import { ProgressLine } from './progress-line.ts';

function line(options: { moves: boolean; verbose?: boolean }): { progress: ProgressLine; stream: PassThrough } {
  const stream = new PassThrough({ encoding: 'utf8' });
  const look = createLook({ colour: false, width: 30, unicode: false, verbose: options.verbose ?? false });
  return { progress: new ProgressLine(new Output(stream), look, options.moves, 0), stream };
}

test('at a terminal, work is shown in one line that fits, and goes away', async () => {
  const { progress, stream } = line({ moves: true });
  progress.listener({ message: 'Loading the tables of the starter', done: 3, total: 1200 });
  const [shown] = await once(stream, 'data');
  expect(stripVTControlCharacters(shown)).toMatch(/^\r[|/\\-] Loading the tables of th\.\.\.$/);
  progress.clear();
  expect(await once(stream, 'data')).toEqual(['\r\u001b[K']);
  progress.listener({ message: 'Done', done: 1, total: 2 });
  const [again] = await once(stream, 'data');
  expect(stripVTControlCharacters(again)).toMatch(/^\r[|/\\-] Done 1\/2$/);
  progress.stop();
  expect(await once(stream, 'data')).toEqual(['\r\u001b[K']);
});

test('with --verbose each step is a line, and a step that goes on is not repeated', () => {
  const { progress, stream } = line({ moves: true, verbose: true });
  progress.listener({ message: 'Loading', done: 1, total: 2 });
  progress.listener({ message: 'Loading', done: 2, total: 2 });
  progress.listener({ message: 'Counting' });
  progress.stop();
  expect(stream.read()).toBe('Loading\nCounting\n');
});

test('elsewhere nothing is shown', () => {
  const { progress, stream } = line({ moves: false });
  progress.listener({ message: 'Loading' });
  progress.stop();
  expect(stream.read()).toBeNull();
});
