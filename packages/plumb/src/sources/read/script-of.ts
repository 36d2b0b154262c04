import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { locationAt, type PsqlCommand, readScript, showsOnly } from '@pgplumb/migrate/sql';
import { readSqlFile, type SqlSource } from '../../sql/source.ts';
import { SqlProblem } from '../../sql/sql-problem.ts';
import type { Piece, Script } from '../load/piece.ts';
import type { GivenFile } from './given-file.ts';

/** A script, and all files that its text stands in: those that it includes among them. */
export interface ReadScript {
  readonly script: Script;
  readonly files: readonly SqlSource[];
  /** Paths of the files that it includes. */
  readonly included: readonly string[];
}

/** Takes a file apart into statements, with what it includes by `\i` and `\ir` in its place. */
export async function scriptOf(file: GivenFile): Promise<ReadScript> {
  const files: SqlSource[] = [];
  const included: string[] = [];
  const pieces = await piecesOf(file, [], { files, included });
  return { script: { name: file.source.name, pieces }, files, included };
}

interface Reading {
  readonly files: SqlSource[];
  readonly included: string[];
}

async function piecesOf(file: GivenFile, above: readonly string[], reading: Reading): Promise<readonly Piece[]> {
  const { source } = file;
  reading.files.push(source);
  const pieces: Piece[] = [];
  for (const part of readScript(source)) {
    if (part.kind === 'statement') {
      pieces.push({ source, start: part.start, text: source.text.slice(part.start, part.end), rows: part.rows });
      continue;
    }
    const [word = ''] = part.words;
    if (ends.includes(word)) break;
    if (connects.includes(word)) pieces.push({ source, start: part.start, text: 'DISCARD ALL', rows: null });
    else if (includes.includes(word)) {
      const other = await includedFile(part, file, above);
      reading.included.push(other.path);
      pieces.push(...(await piecesOf(other, [...above, other.path], reading)));
    } else if (!showsOnly(part) && !forPsqlAlone.test(word)) throw notForPsql(source, part);
  }
  return pieces;
}

const ends = ['\\q', '\\quit'];
const connects = ['\\c', '\\connect'];
const includes = ['\\i', '\\ir', '\\include', '\\include_relative'];

/** What is told to psql alone, and can be lost on a shadow. */
const forPsqlAlone = /^\\(?:set|unset|o|out|prompt|password|r|reset|bind)$/;

async function includedFile(
  command: PsqlCommand,
  { source, path }: GivenFile,
  above: readonly string[],
): Promise<GivenFile & { readonly path: string }> {
  const written = command.words
    .slice(1)
    .join(' ')
    .replace(/^(['"])(.*)\1$/, '$2');
  const beside = path === null ? null : join(dirname(path), written);
  const found = beside !== null && existsSync(beside) ? beside : resolve(written);
  if (!existsSync(found)) throw problemAt(source, command, `There is no file ${written}.`);
  if (above.includes(found)) throw problemAt(source, command, `${written} includes itself.`);
  const besides =
    found === beside && source.name.includes('/') ? `${source.name.replace(/[^/]*$/, '')}${written}` : written;
  return { source: await readSqlFile(besides.replaceAll('\\', '/'), found), path: found };
}

function notForPsql(source: SqlSource, command: PsqlCommand): SqlProblem {
  return problemAt(
    source,
    command,
    `${command.words[0] ?? ''} is a command of psql, and plumb is not psql.`,
    'Take it out, or give the SQL that psql would have run.',
  );
}

function problemAt(source: SqlSource, { start, end }: PsqlCommand, message: string, hint?: string): SqlProblem {
  const location = locationAt(source, start, end);
  const fault = { message, location, sqlstate: null, detail: null, hint: hint ?? null, context: null, inner: null };
  return new SqlProblem([{ fault, source }]);
}
