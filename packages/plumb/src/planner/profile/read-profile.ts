import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Problem } from '../../contract/problem.ts';
import { errorCode } from '../../postgres/error-code.ts';
import { type Profile, profileFormat, profileSchema } from './profile.ts';

/** Reads a profile, compressed or not. @param shown the file as the user wrote it */
export function readProfile(file: string, shown: string = file): Profile {
  return parseProfile(decompressed(contentOf(file, shown), shown), shown);
}

function contentOf(file: string, shown: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') {
      throw new Problem('FILE_NOT_FOUND', `There is no profile ${shown}.`, {
        hint: 'Make one: plumb profile capture --url postgres://…',
      });
    }
    const reason = code === 'EISDIR' ? 'it is a folder' : code === 'EACCES' ? 'permission denied' : String(error);
    throw new Problem('NO_PERMISSION', `The profile ${shown} can't be read: ${reason}.`, { cause: error });
  }
}

function decompressed(content: Buffer, shown: string): string {
  if (content[0] !== 0x1f || content[1] !== 0x8b) return content.toString('utf8');
  try {
    return gunzipSync(content).toString('utf8');
  } catch (error) {
    throw damaged(shown, 'its compression is broken', error);
  }
}

function parseProfile(text: string, shown: string): Profile {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw damaged(shown, error instanceof Error ? error.message : 'it is no JSON', error);
  }
  if (typeof value !== 'object' || value === null || !('format' in value) || !('relations' in value)) {
    throw new Problem('FILE_INVALID', `${shown} is no profile.`, {
      hint: 'A profile is what `plumb profile capture` writes.',
    });
  }
  if (value.format !== profileFormat) {
    throw new Problem(
      'FILE_INVALID',
      `${shown} has format ${String(value.format)}, and this plumb reads ${profileFormat}.`,
      {
        hint: 'Take a newer plumb, or capture the profile again.',
      },
    );
  }
  const result = profileSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw damaged(shown, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`, result.error);
}

function damaged(shown: string, reason: string, cause: unknown): Problem {
  return new Problem('FILE_INVALID', `The profile ${shown} is damaged: ${reason}`, {
    hint: 'Take it from version control, or capture it again: plumb profile capture --url postgres://…',
    cause,
  });
}
