import { app } from '../packages/plumb/src/cli/app.ts';
import type { Command, CommandGroup } from '../packages/plumb/src/cli/command.ts';
import { type Help, helpOf } from '../packages/plumb/src/cli/help.ts';

/** The help of plumb itself, of every group and of every command. */
export const allHelp: readonly Help[] = helpBelow(app, []);

function helpBelow(target: Command | CommandGroup, words: readonly string[]): Help[] {
  const below = target.kind === 'group' ? Object.entries(target.commands) : [];
  return [helpOf(target, words), ...below.flatMap(([word, entry]) => helpBelow(entry, [...words, word]))];
}

/** The calls of plumb that a text quotes between backticks; templates that begin with the name are none. */
export function inlineCalls(text: string): string[] {
  const quoted = [...text.matchAll(/`((?:npx )?plumb [a-z-][^`\\\n]*)\\?`/g)].flatMap(([, call]) => call ?? []);
  return quoted.filter((call) => !call.includes('${'));
}

/** What is wrong with the calls of plumb in one line of shell. */
export function commandErrors(line: string): string[] {
  return callsOf(line).flatMap((words) => {
    const help = helpFor(words);
    if (help === undefined) return [`no command: plumb ${words.join(' ')}`];
    const flags = words.filter((word) => /^--?[A-Za-z]/.test(word)).map((word) => word.replace(/=.*/, ''));
    const known = ['--json', ...help.flags.flatMap(({ flag, short }) => [flag, short])];
    const name = ['plumb', help.command].join(' ').trim();
    return flags.filter((flag) => !known.includes(flag)).map((flag) => `${name} has no ${flag}`);
  });
}

/** The help of the longest command that the words begin with, flags aside; a group has no further words. */
function helpFor(words: readonly string[]): Help | undefined {
  const plain = words.filter((word) => !word.startsWith('-'));
  const begins = ({ command }: Help): boolean => command === '' || `${plain.join(' ')} `.startsWith(`${command} `);
  const [help] = allHelp.filter(begins).sort((a, b) => b.command.length - a.command.length);
  const isGroup = help === undefined || help.commands.length > 0;
  return isGroup && help?.command !== plain.join(' ') ? undefined : help;
}

/** The words after `plumb` of each command in a line; quoted words are one word, comments are left out. */
function callsOf(line: string): string[][] {
  const words = line.replace(/^\$ /, '').match(/"[^"]*"|'[^']*'|&&|\|\|?|;|[^\s;|&"']+/g) ?? [];
  const end = words.findIndex((word) => word.startsWith('#'));
  const calls: string[][] = [[]];
  for (const word of words.slice(0, end === -1 ? undefined : end)) {
    if (['&&', '||', '|', ';'].includes(word)) calls.push([]);
    else calls.at(-1)?.push(word);
  }
  return calls
    .map((call) => (call[0] === 'npx' ? call.slice(1) : call))
    .flatMap(([program, ...rest]) => (program === 'plumb' ? [rest] : []));
}
