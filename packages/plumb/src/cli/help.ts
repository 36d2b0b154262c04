import { allFlags, type Command, type CommandGroup, type Example } from './command.ts';
import { flagName } from './flag-names.ts';
import type { Flag } from './flags.ts';
import { commandsOf } from './nearest-command.ts';

/** What `--help` tells, as data. */
export interface Help {
  /** The command's words; empty for plumb itself. */
  readonly command: string;
  readonly usage: string;
  readonly brief: string;
  readonly description: string | null;
  readonly commands: readonly { readonly command: string; readonly brief: string }[];
  readonly arguments: readonly { readonly name: string; readonly brief: string; readonly required: boolean }[];
  readonly flags: readonly HelpFlag[];
  readonly examples: readonly Example[];
}

export interface HelpFlag {
  readonly flag: string;
  readonly short: string | null;
  /** What the value is; null for a switch. */
  readonly value: string | null;
  readonly repeatable: boolean;
  readonly brief: string;
}

export function helpOf(target: Command | CommandGroup, words: readonly string[]): Help {
  return target.kind === 'command' ? commandHelp(target, words) : groupHelp(target, words);
}

function commandHelp(command: Command, words: readonly string[]): Help {
  const args = command.args.map(({ name, optional, many }) => {
    if (many) return `[${name}...]`;
    return optional ? `[${name}]` : `<${name}>`;
  });
  return {
    command: words.join(' '),
    usage: ['plumb', ...words, ...args, '[flags]'].join(' '),
    brief: command.brief,
    description: command.description ?? null,
    commands: [],
    arguments: command.args.map(({ name, brief, optional, many }) => ({ name, brief, required: !(optional || many) })),
    flags: [...Object.entries(allFlags(command)).map(([name, flag]) => helpFlag(name, flag)), helpSwitch],
    examples: command.examples,
  };
}

function groupHelp(group: CommandGroup, words: readonly string[]): Help {
  const version: HelpFlag = { ...helpSwitch, flag: '--version', short: '-V', brief: "Print plumb's version" };
  return {
    command: words.join(' '),
    usage: ['plumb', ...words, '<command> [flags]'].join(' '),
    brief: group.brief,
    description: null,
    commands: commandsOf(group, words).map(({ path, command }) => ({ command: path, brief: command.brief })),
    arguments: [],
    flags: words.length === 0 ? [version, helpSwitch] : [helpSwitch],
    examples: [],
  };
}

const helpSwitch: HelpFlag = { flag: '--help', short: '-h', value: null, repeatable: false, brief: 'Print this help' };

function helpFlag(name: string, flag: Flag): HelpFlag {
  return {
    flag: flagName(name),
    short: flag.short === undefined ? null : `-${flag.short}`,
    value: valueName(flag),
    repeatable: flag.kind === 'values',
    brief: flag.brief,
  };
}

function valueName(flag: Flag): string | null {
  if (flag.kind === 'yes') return null;
  return flag.kind === 'choice' ? flag.choices.join('|') : `<${flag.placeholder}>`;
}
