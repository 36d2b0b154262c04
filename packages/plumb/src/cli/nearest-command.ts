import { nearest } from '../postgres/connection/nearest.ts';
import type { Command, CommandGroup } from './command.ts';

/** The words of every command below a group. */
function commandPaths(group: CommandGroup, words: readonly string[] = []): readonly string[] {
  return commandsOf(group, words).map(({ path }) => path);
}

export function commandsOf(
  group: CommandGroup,
  words: readonly string[] = [],
): readonly { readonly path: string; readonly command: Command }[] {
  return Object.entries(group.commands).flatMap(([name, entry]) => {
    const path = [...words, name];
    return entry.kind === 'group' ? commandsOf(entry, path) : [{ path: path.join(' '), command: entry }];
  });
}

/** The command that a misspelt, shortened or half-typed one most likely means: `db strat`, `stat`, `start`. */
export function nearestCommand(typed: readonly string[], tree: CommandGroup): string | undefined {
  const paths = commandPaths(tree);
  const whole = typed.join(' ');
  const last = typed.at(-1) ?? '';
  const byLastWord = new Map(paths.toReversed().map((path) => [path.split(' ').at(-1) ?? '', path]));
  return (
    nearest(whole, paths)[0] ??
    paths.find((path) => last.length > 1 && path.startsWith(whole)) ??
    paths.find((path) => last.length > 1 && path.split(' ').at(-1)?.startsWith(last)) ??
    nearest(last, byLastWord.keys()).map((word) => byLastWord.get(word))[0]
  );
}
