import { buildCommand, buildRouteMap, type CommandContext, type Command as Route, type RouteMap } from '@stricli/core';
import { allFlags, type Command, type CommandGroup } from './command.ts';
import type { Argument, Flag, Flags } from './flags.ts';

/** What was asked for: a command, by which words, with which values. */
export interface Selection {
  readonly words: readonly string[];
  readonly command: Command;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly args: readonly unknown[];
}

type Parameters = Route<CommandContext>['parameters'];
type FlagParameters = NonNullable<Parameters['flags']>;

/** Translates our commands for stricli's scanner; whichever it finds is handed to `select`. */
export function routesOf(group: CommandGroup, select: (selection: Selection) => void): RouteMap<CommandContext> {
  return routeMap(group, [], select);
}

function routeMap(
  group: CommandGroup,
  words: readonly string[],
  select: (selection: Selection) => void,
): RouteMap<CommandContext> {
  // Stricli looks names up with a plain property access; without a prototype `plumb constructor` is just unknown.
  const routes: Record<string, Route<CommandContext> | RouteMap<CommandContext>> = Object.create(null);
  for (const [name, entry] of Object.entries(group.commands)) {
    const path = [...words, name];
    routes[name] = entry.kind === 'group' ? routeMap(entry, path, select) : route(entry, path, select);
  }
  return buildRouteMap({ routes, docs: { brief: group.brief } });
}

function route(
  command: Command,
  words: readonly string[],
  select: (selection: Selection) => void,
): Route<CommandContext> {
  const flags = allFlags(command);
  const parameters: Parameters = {
    flags: flagParameters(flags),
    aliases: aliases(flags),
    positional: positionalParameters(command.args),
  };
  return {
    ...buildCommand({ docs: { brief: command.brief }, parameters: {}, func: () => {} }),
    parameters,
    loader:
      async () =>
      (values, ...args) =>
        select({ words, command, flags: values, args }),
    usesFlag: (name) => name in flags,
  };
}

function positionalParameters(args: readonly Argument[]): NonNullable<Parameters['positional']> {
  const parameters = args.map(({ name, brief, optional }) => ({
    brief,
    placeholder: name,
    parse: (input: string) => input,
    optional: optional ?? false,
  }));
  const [many] = args;
  if (many?.many !== true) return { kind: 'tuple', parameters };
  return {
    kind: 'array',
    parameter: { brief: many.brief, placeholder: many.name, parse: (input) => input, optional: true },
  };
}

function flagParameters(flags: Flags): FlagParameters {
  const parameters: FlagParameters = Object.create(null);
  for (const [name, flag] of Object.entries(flags)) parameters[name] = flagParameter(flag);
  return parameters;
}

function flagParameter(flag: Flag): FlagParameters[string] {
  const { brief } = flag;
  switch (flag.kind) {
    case 'yes':
      return { kind: 'boolean', brief, default: false, withNegated: false };
    case 'choice':
      return { kind: 'enum', brief, values: flag.choices, optional: true };
    case 'value':
      return { kind: 'parsed', brief, parse: flag.parse ?? ((input) => input), optional: true };
    case 'values':
      return { kind: 'parsed', brief, parse: (input) => input, optional: true, variadic: true, default: [] };
  }
}

function aliases(flags: Flags): NonNullable<Parameters['aliases']> {
  return Object.fromEntries(
    Object.entries(flags).flatMap(([name, { short }]) => (short === undefined ? [] : [[short, name]])),
  );
}
