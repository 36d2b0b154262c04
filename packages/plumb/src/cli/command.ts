import type { Finding } from '../contract/finding.ts';
import type { Problem } from '../contract/problem.ts';
import type { Sources } from '../report/finding-text.ts';
import type { Look } from '../report/look.ts';
import type { Context } from './context.ts';
import { type Argument, type ArgumentValues, commonFlags, type Flags, type FlagValues } from './flags.ts';

/** What a command answers: plain data, and a text that renders the very same data. */
export interface CommandResult {
  readonly data: unknown;
  /** For stdout. Without a line break at the end; an empty text prints nothing. */
  readonly text: (look: Look) => string;
  readonly findings?: readonly Finding[];
  /** The text of the files that findings are in, by name, to show their places. */
  readonly sources?: Sources;
  /** All of the answer in a format of other systems, in place of text and findings. */
  readonly rendered?: string;
  /** The text is for other programs, such as SQL for psql: findings go to stderr. */
  readonly piped?: boolean;
  /** False when the answer is no: exit code 1. */
  readonly ok?: boolean;
  /** It is an answer though the command was interrupted: the best until then. */
  readonly standsInterrupted?: boolean;
  /** What stopped the command after it had something to show: exit code 2. */
  readonly failure?: Failure;
}

export interface Failure {
  readonly problem: Problem;
  /** For stderr; without it the problem is told in the usual way. */
  readonly text?: (look: Look) => string;
}

export interface Example {
  readonly command: string;
  readonly does: string;
}

export interface Command {
  readonly kind: 'command';
  readonly brief: string;
  readonly description?: string;
  readonly examples: readonly Example[];
  readonly flags: Flags;
  readonly args: readonly Argument[];
  readonly readsConfig: boolean;
  run(context: Context, flags: Readonly<Record<string, unknown>>, ...args: readonly unknown[]): Promise<CommandResult>;
}

/** Words that lead to commands: `db` in `plumb db start`. */
export interface CommandGroup {
  readonly kind: 'group';
  readonly brief: string;
  readonly commands: Readonly<Record<string, Command | CommandGroup>>;
}

interface CommandDefinition<F extends Flags, A extends readonly Argument[]> {
  /** One line without a full stop, for lists of commands. */
  readonly brief: string;
  /** What `--help` says beyond the brief. */
  readonly description?: string;
  readonly examples: readonly Example[];
  readonly flags?: F;
  readonly args?: A;
  /** False where `--config` means nothing. */
  readonly readsConfig?: boolean;
  /** Imports what it needs when it runs, so that `plumb --help` loads no command's work. */
  readonly run: (context: Context, flags: FlagValues<F>, ...args: ArgumentValues<A>) => Promise<CommandResult>;
}

/**
 * Defines a command. `--json`, `--verbose`, `--config` and `--help` come by themselves.
 *
 * @example
 * ```ts
 * export const dbStart = defineCommand({
 *   brief: "Start the project's database",
 *   examples: [{ command: 'plumb db start --port 5433', does: 'Start on a port of your choice' }],
 *   flags: { port: { kind: 'value', brief: 'Port to listen on', placeholder: 'port', parse: portNumber, short: 'p' } },
 *   run: async (context, { port }) => {
 *     const { startDatabase } = await import('../../../project/start-database.ts');
 *     const data = await startDatabase({ port, signal: context.signal, progress: context.progress });
 *     return { data, text: (look) => `Running at ${look.code(data.url)}` };
 *   },
 * });
 * ```
 */
export function defineCommand<
  const F extends Flags = Record<never, never>,
  const A extends readonly Argument[] = readonly [],
>(definition: CommandDefinition<F, A>): Command {
  return { flags: {}, args: [], readsConfig: true, ...definition, kind: 'command' };
}

/** A command's own flags and those that all have, besides `--help`. */
export function allFlags({ flags, readsConfig }: Command): Flags {
  const { config, ...others } = commonFlags;
  return { ...flags, ...others, ...(readsConfig ? { config } : {}) };
}

export function defineGroup(group: Omit<CommandGroup, 'kind'>): CommandGroup {
  return { ...group, kind: 'group' };
}
