import { readFileSync } from 'node:fs';
import { MigrationProblem } from '../contract/problem.ts';
import type { SqlSource } from '../contract/sql-source.ts';

export async function readSqlFile(name: string, path: string): Promise<SqlSource> {
  return sqlSource(name, readNamedFile(name, path));
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

const utf8 = new TextDecoder('utf-8', { fatal: true });
const utf16 = new TextDecoder('utf-16le', { fatal: true });

function decode(name: string, content: Uint8Array): string {
  const decoder = content[0] === 0xff && content[1] === 0xfe ? utf16 : utf8;
  try {
    return decoder.decode(content);
  } catch (error) {
    throw new MigrationProblem('FILE_INVALID', `${name} is not text in UTF-8.`, {
      hint: 'Save it as UTF-8 and try again.',
      cause: error,
    });
  }
}

/** Of many small files, a promise for each takes several times as long as reading it. */
function readNamedFile(name: string, path: string): Uint8Array {
  try {
    return readFileSync(path);
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
