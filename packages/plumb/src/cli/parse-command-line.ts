import { buildApplication, type CommandContext, run, text_en } from '@stricli/core';
import type { Problem } from '../contract/problem.ts';
import type { Command, CommandGroup } from './command.ts';
import { flagName } from './flag-names.ts';
import { routesOf, type Selection } from './stricli-routes.ts';
import { argumentProblem, unknownCommandProblem, unknownFlagProblem, unreadableFlagProblem } from './usage-problem.ts';

/** What a command line asks for. `words` are those of the command, or those typed where there is none. */
export type Request = { readonly words: readonly string[]; readonly json: boolean } & (
  | ({ readonly kind: 'run' } & Selection)
  | { readonly kind: 'help'; readonly target: Command | CommandGroup }
  | { readonly kind: 'version' }
  | { readonly kind: 'problem'; readonly problem: Problem }
);

const silent: CommandContext = { process: { stdout: { write: () => {} }, stderr: { write: () => {} } } };

export async function parseCommandLine(tree: CommandGroup, typed: readonly string[]): Promise<Request> {
  const { words, target, rest } = arrange(tree, typed);
  const json = beforeEscape(typed).includes('--json') || asksForEnvelope(target, rest);
  const found: Request[] = [];
  const problem = (problem: Problem, at = words): void =>
    void found.push({ kind: 'problem', words: at, json, problem });
  const application = buildApplication(
    routesOf(tree, (selection) =>
      found.push({ kind: 'run', ...selection, json: selection.flags.json === true || asksForEnvelope(target, rest) }),
    ),
    {
      name: 'plumb',
      scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
      localization: {
        text: {
          ...text_en,
          exceptionWhileParsingArguments: (error) => {
            if (target.kind === 'command') problem(argumentProblem(error, words, target));
            return '';
          },
          noCommandRegisteredForInput: ({ input }) => {
            if (input.startsWith('-')) problem(unknownFlagProblem(input, words));
            else problem(unknownCommandProblem([...words, input], tree), [...words, input]);
            return '';
          },
          // Stricli finds flags by plain property access: `--constructor` seems to be one.
          exceptionWhileRunningIntegrationFlag: () => {
            problem(unknownFlagProblem(rest[0] ?? '', words));
            return '';
          },
        },
      },
    },
    {
      help: flag('h', true, () => found.push({ kind: 'help', words, json, target })),
      version: flag('V', false, () => found.push({ kind: 'version', words: ['version'], json })),
    },
  );
  await run(application, [...words, ...rest], silent);
  const [request] = found;
  if (request === undefined) throw new Error(`The command line was not understood: ${words.join(' ')}`);
  return request.kind === 'run' ? (misreadFlag(request, rest) ?? request) : request;
}

type Integration = NonNullable<Parameters<typeof buildApplication<CommandContext>>[2]>[string];

function flag(alias: 'h' | 'V', global: boolean, run: () => void): Integration {
  return { flag: { brief: '', aliases: [alias], global, defaultForRouteMap: alias === 'h', run } };
}

interface Arranged {
  readonly words: readonly string[];
  readonly target: Command | CommandGroup;
  readonly rest: readonly string[];
}

/** Puts the words of the command first: `plumb --json db status`, `plumb db --json`. */
function arrange(tree: CommandGroup, typed: readonly string[]): Arranged {
  const inputs = spelledOut(typed);
  const start = inputs.findIndex((input) => !isCommonSwitch(input));
  const leading = start < 0 ? inputs : inputs.slice(0, start);
  const words: string[] = [];
  let target: Command | CommandGroup = tree;
  let rest = inputs.slice(leading.length);
  while (target.kind === 'group' && rest[0] !== undefined && Object.hasOwn(target.commands, rest[0])) {
    target = target.commands[rest[0]] ?? target;
    words.push(rest[0]);
    rest = rest.slice(1);
  }
  if (target.kind === 'group') return { words, target, rest: rest.filter((input) => !isCommonSwitch(input)) };
  return { words, target, rest: [...leading, ...lengthen(rest, target)] };
}

/** `plumb help db start` and `plumb version`, as other tools have them. */
function spelledOut(typed: readonly string[]): readonly string[] {
  const [first, ...others] = typed;
  if (first === 'help') return [...others, '--help'];
  return first === 'version' ? ['--version', ...others] : typed;
}

function isCommonSwitch(input: string): boolean {
  return ['--json', '--verbose', '-v'].includes(input);
}

/** Stricli takes only letters for short flags: `-1` is replaced by the flag it stands for. */
function lengthen(inputs: readonly string[], command: Command): readonly string[] {
  const end = beforeEscape(inputs).length;
  const digits = Object.entries(command.flags).filter(([, { short }]) => short === '1');
  return inputs.map((input, index) => {
    const named = digits.find(([, { short }]) => index < end && input === `-${short}`);
    return named === undefined ? input : flagName(named[0]);
  });
}

/** Stricli takes what it can't read as a flag (`--url=`, `-x5`) for an argument; a person meant a flag. */
function misreadFlag(
  { words, args, json, command }: Request & { kind: 'run' },
  rest: readonly string[],
): Request | undefined {
  const typed = beforeEscape(rest);
  const misread = args.find(
    (arg) => typeof arg === 'string' && typed.includes(arg) && /^--?[a-z\d][\w-]*=?$/i.test(arg),
  );
  if (typeof misread !== 'string') return undefined;
  return { kind: 'problem', words, json, problem: unreadableFlagProblem(misread, words, command) };
}

/** `--format json`, where that is another word for `--json`. */
function asksForEnvelope(target: Command | CommandGroup, rest: readonly string[]): boolean {
  const typed = ` ${beforeEscape(rest).join(' ')} `;
  return Object.entries(target.kind === 'command' ? target.flags : {}).some(
    ([name, flag]) =>
      flag.kind === 'choice' &&
      flag.envelope !== undefined &&
      [' ', '='].some((between) => typed.includes(` ${flagName(name)}${between}${flag.envelope} `)),
  );
}

function beforeEscape(inputs: readonly string[]): readonly string[] {
  const end = inputs.indexOf('--');
  return end < 0 ? inputs : inputs.slice(0, end);
}
