import { readFile } from 'node:fs/promises';
import { MigrationProblem } from '../problem.ts';

/** SQL and where it comes from: a file as it was named, `<stdin>` or `<argument>`. */
export interface SqlSource {
  readonly name: string;
  readonly text: string;
}

export async function readSqlFile(name: string, path: string): Promise<SqlSource> {
  return sqlSource(name, await readNamedFile(name, path));
}

/** Decodes SQL; editors and shells on Windows write marks at its start, or UTF-16. */
export function sqlSource(name: string, content: Uint8Array | string): SqlSource {
  const text = typeof content === 'string' ? content.replace(/^\ufeff/, '') : decode(name, content);
  if (text.includes('\0')) {
    throw new MigrationProblem('FILE_INVALID', `${name} holds a zero character, which no SQL can.`, {
      hint: 'Is it a binary file, such as a pg_dump in custom format? That is loaded with pg_restore.',
    });
  }
  return { name, text };
}

function decode(name: string, content: Uint8Array): string {
  const encoding = content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch (error) {
    throw new MigrationProblem('FILE_INVALID', `${name} is not text in UTF-8.`, {
      hint: 'Save it as UTF-8 and try again.',
      cause: error,
    });
  }
}

async function readNamedFile(name: string, path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw fileProblem(name, error);
  }
}

function fileProblem(name: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new MigrationProblem('FILE_NOT_FOUND', `There is no file ${name}.`, { cause: error });
  if (code === 'EISDIR') {
    return new MigrationProblem('FILE_NOT_FOUND', `${name} is a folder.`, {
      hint: 'Name each of the files in it.',
      cause: error,
    });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new MigrationProblem('NO_PERMISSION', `${name} may not be read by this user.`, { cause: error });
  }
  return error;
}
