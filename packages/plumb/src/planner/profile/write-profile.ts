import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fileProblem } from '../../postgres/embedded/file-problem.ts';
import type { Profile } from './profile.ts';

/** Writes a profile; one whose name ends in `.gz` is compressed. */
export function writeProfile(file: string, profile: Profile): void {
  const text = profileText(profile);
  try {
    writeFileSync(file, file.endsWith('.gz') ? gzipSync(text) : text);
  } catch (error) {
    throw fileProblem(error, 'write', file);
  }
}

/** JSON with one line for each relation, column and line of SQL, so that version control shows what changed. */
function profileText({ sql, ...profile }: Profile): string {
  const parts = Object.entries({ ...profile, sql: sql.split('\n') }).map(
    ([key, value]) => `${JSON.stringify(key)}: ${lines(value)}`,
  );
  return `{\n${parts.join(',\n')}\n}\n`;
}

function lines(value: unknown): string {
  if (Array.isArray(value) && value.length > 0) {
    return `[\n${value.map((each) => JSON.stringify(each)).join(',\n')}\n]`;
  }
  return JSON.stringify(value);
}
