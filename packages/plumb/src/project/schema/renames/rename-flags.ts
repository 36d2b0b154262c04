import { parsePath } from '../../../catalog/identifier.ts';
import { Problem } from '../../../contract/problem.ts';
import type { NamedRename } from '../../../rehearsal/rename-on-shadow.ts';

export interface GivenRenames {
  readonly named: readonly NamedRename[];
  /** Nothing else was renamed: what looks like it is dropped and created. */
  readonly none: boolean;
}

/** Reads `--rename public.users.name=public.users.display_name`, of which the right side may be the name alone, and `none`. */
export function parseRenames(flags: readonly string[]): GivenRenames {
  const named = flags.filter((flag) => flag !== 'none').map(parseRename);
  return { named, none: flags.includes('none') };
}

function parseRename(flag: string): NamedRename {
  const [was, is] = sides(flag);
  if (was === null || is === null || was.length < 2) {
    throw new Problem('USAGE', `--rename ${flag} names no rename.`, {
      hint: 'Give the old path and the new name, as in --rename public.users.name=display_name, or --rename none.',
    });
  }
  return { was, is: is.length === 1 ? [...was.slice(0, -1), ...is] : is };
}

function sides(flag: string): readonly [readonly string[] | null, readonly string[] | null] {
  const [, was = '', is = ''] = /^((?:"(?:[^"]|"")*"|[^"=])+)=(.+)$/s.exec(flag) ?? [];
  return [parsePath(was), parsePath(is)];
}
