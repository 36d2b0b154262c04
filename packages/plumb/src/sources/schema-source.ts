import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Problem } from '../contract/problem.ts';
import type { ConnectionSettings } from '../postgres/connection/connection-settings.ts';
import { maskUrl } from '../postgres/connection/mask-url.ts';
import { settingsOf } from './url/settings-of.ts';

/** Where a schema comes from. */
export type SchemaSource =
  | {
      readonly type: 'files';
      /** A file, or a folder with files, as an absolute path. */
      readonly path: string;
      /** The path as it was written, for people. */
      readonly shown?: string;
      /** Whether it is run on what the platform of its project has. */
      readonly onPlatform?: boolean;
    }
  | {
      readonly type: 'migrations';
      readonly folder: string;
      readonly shown?: string;
      /** Those that count, in order; all of them if not given. */
      readonly versions?: readonly string[];
      /** Whether they are run on what the platform of their tool has. */
      readonly onPlatform?: boolean;
    }
  | { readonly type: 'url'; readonly settings: ConnectionSettings }
  | { readonly type: 'empty'; readonly onPlatform?: boolean }
  | { readonly type: 'exec'; readonly command: string; readonly cwd: string };

export interface Where {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

const whatCanBeGiven =
  'Give a .sql file, a folder of them, migrations:<folder>, a postgres:// URL, exec:<command> whose output is SQL, or empty.';

/** Reads what `--from` and `--to` take. */
export function parseSchemaSource(text: string, { cwd, env }: Where): SchemaSource {
  const given = text.trim();
  if (given === '') throw new Problem('USAGE', 'No source is given.', { hint: whatCanBeGiven });
  if (given === 'empty') return { type: 'empty' };
  const [, word, rest = ''] = /^([a-z][a-z0-9+.-]+):(.*)$/is.exec(given) ?? [];
  switch (word?.toLowerCase()) {
    case 'migrations':
      return { type: 'migrations', folder: resolve(cwd, needed(word, rest)), shown: rest };
    case 'exec':
      return { type: 'exec', command: needed(word, rest), cwd };
    case 'postgres':
    case 'postgresql':
      return { type: 'url', settings: settingsOf(given, { cwd, env }) };
    case undefined:
      break;
    default:
      if (!existsSync(resolve(cwd, given))) throw unknown(given);
  }
  const path = resolve(cwd, given);
  if (existsSync(path)) return { type: 'files', path, shown: given };
  if (/^\s*[a-z_]+\s*=/i.test(given)) return { type: 'url', settings: settingsOf(given, { cwd, env }) };
  if (/[\\/]|\.\w+$/.test(given)) {
    throw new Problem('FILE_NOT_FOUND', `There is no file or folder ${given}.`, { hint: whatCanBeGiven });
  }
  throw unknown(given);
}

function needed(word: string | undefined, rest: string): string {
  if (rest.trim() !== '') return rest.trim();
  throw new Problem('USAGE', `Nothing stands behind ${word}:`, { hint: whatCanBeGiven });
}

function unknown(given: string): Problem {
  return new Problem('USAGE', `"${maskUrl(given)}" is no source of a schema.`, { hint: whatCanBeGiven });
}
