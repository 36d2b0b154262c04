import { resolve } from 'node:path';
import { Problem } from '../contract/problem.ts';
import { readSqlFile, type SqlSource, sqlSource } from '../sql/source.ts';
import type { Context } from './context.ts';

const standardInput = '-';

/** SQL that a command is given: as an argument, in files, or through a pipe. */
export async function sqlSources(
  argument: string | undefined,
  files: readonly string[],
  { cwd, stdin }: Pick<Context, 'cwd' | 'stdin'>,
  command: string,
): Promise<SqlSource[]> {
  const fromInput = async (): Promise<SqlSource> => sqlSource('<stdin>', await stdin.bytes());
  if (argument !== undefined && files.length > 0) {
    throw new Problem('USAGE', 'The SQL stands in an argument and in files.', { hint: 'Give one or the other.' });
  }
  if (argument === standardInput) return [await fromInput()];
  if (argument !== undefined) return [sqlSource('<argument>', argument)];
  if (files.length === 0 && stdin.isTTY) {
    throw new Problem('USAGE', 'There is no SQL to run.', {
      hint: `Give it as an argument, \`plumb ${command} "select 1"\`, with -f, or through a pipe.`,
    });
  }
  if (files.length === 0) return [await fromInput()];
  const sources: SqlSource[] = [];
  for (const file of files)
    sources.push(file === standardInput ? await fromInput() : await readSqlFile(file, resolve(cwd, file)));
  return sources;
}
