import {
  AliasNotFoundError,
  ArgumentParseError,
  EnumValidationError,
  FlagNotFoundError,
  InvalidNegatedFlagSyntaxError,
  UnexpectedFlagError,
  UnexpectedPositionalError,
  UnsatisfiedFlagError,
  UnsatisfiedPositionalError,
} from '@stricli/core';
import { errorMessage } from '../contract/error-message.ts';
import { Problem } from '../contract/problem.ts';
import { nearest } from '../postgres/connection/nearest.ts';
import { allFlags, type Command, type CommandGroup } from './command.ts';
import { flagName } from './flag-names.ts';
import { nearestCommand } from './nearest-command.ts';

/** What is wrong with the flags and arguments of a command, as its scanner found it. */
export function argumentProblem(error: unknown, words: readonly string[], command: Command): Problem {
  const name = ['plumb', ...words].join(' ');
  const [message, suggestion] = explain(error, name, command);
  return new Problem('USAGE', message, {
    hint: `${suggestion === undefined ? '' : `Did you mean ${suggestion}? `}See \`${name} --help\`.`,
    cause: error,
  });
}

export function unknownFlagProblem(flag: string, words: readonly string[]): Problem {
  const name = ['plumb', ...words].join(' ');
  return new Problem('USAGE', `${name} has no flag ${flag}.`, { hint: `See \`${name} --help\`.` });
}

/** `--port=` or `-x5`: looks like a flag, and is none with a value. */
export function unreadableFlagProblem(typed: string, words: readonly string[], command: Command): Problem {
  const name = typed.replace(/=$/, '');
  if (!flagNames(command).includes(name)) return unknownFlagProblem(name, words);
  return new Problem('USAGE', `${name} needs a value.`, { hint: `See \`plumb ${words.join(' ')} --help\`.` });
}

export function unknownCommandProblem(typed: readonly string[], tree: CommandGroup): Problem {
  const group = ['plumb', ...typed.slice(0, -1)].join(' ');
  const nearby = nearestCommand(typed, tree);
  return new Problem('USAGE', `There is no command plumb ${typed.join(' ')}.`, {
    hint: nearby === undefined ? `\`${group} --help\` lists the commands.` : `Did you mean \`plumb ${nearby}\`?`,
  });
}

function explain(
  error: unknown,
  name: string,
  command: Command,
): readonly [message: string, suggestion?: string | undefined] {
  if (error instanceof FlagNotFoundError) {
    return [`${name} has no flag --${error.input}.`, nearestFlag(error.input, command)];
  }
  if (error instanceof AliasNotFoundError) return [`${name} has no flag -${error.input}.`];
  if (error instanceof EnumValidationError) {
    const list = `${error.values.slice(0, -1).join(', ')} or ${error.values.at(-1)}`;
    return [
      `--${error.externalFlagName} expects ${list}, not ${quoted(error.input)}.`,
      nearest(error.input, error.values)[0],
    ];
  }
  if (error instanceof ArgumentParseError) {
    const expected = errorMessage(error.exception);
    return [`--${error.externalFlagNameOrPlaceholder} ${expected}, not ${quoted(error.input)}.`];
  }
  if (error instanceof UnsatisfiedFlagError) return [`--${error.externalFlagName} needs a value.`];
  if (error instanceof UnsatisfiedPositionalError) return [`${name} needs the argument <${error.placeholder}>.`];
  if (error instanceof UnexpectedPositionalError) return [unexpected(error, name)];
  if (error instanceof UnexpectedFlagError) return [`--${error.externalFlagName} can be given only once.`];
  if (error instanceof InvalidNegatedFlagSyntaxError) return [`--${error.externalFlagName} takes no value.`];
  return [error instanceof Error ? error.message : String(error)];
}

function unexpected({ expectedCount, input }: UnexpectedPositionalError, name: string): string {
  const taken = ['no arguments', 'one argument'][expectedCount] ?? `${expectedCount} arguments`;
  return `${name} takes ${taken}; ${quoted(input)} is one too many.`;
}

function nearestFlag(input: string, command: Command): string | undefined {
  const names = flagNames(command);
  const typed = `--${input}`;
  return nearest(typed, names)[0] ?? names.find((name) => input.length > 1 && name.startsWith(typed));
}

function flagNames(command: Command): readonly string[] {
  return Object.keys({ ...allFlags(command), help: null }).map(flagName);
}

function quoted(input: string): string {
  return `"${input.length > 60 ? `${input.slice(0, 57)}...` : input}"`;
}
