type Letter =
  | 'a'
  | 'b'
  | 'c'
  | 'd'
  | 'e'
  | 'f'
  | 'g'
  | 'i'
  | 'j'
  | 'k'
  | 'l'
  | 'm'
  | 'n'
  | 'o'
  | 'p'
  | 'q'
  | 'r'
  | 's'
  | 't'
  | 'u'
  | 'w'
  | 'x'
  | 'y'
  | 'z';

interface FlagBase {
  readonly brief: string;
  /** One letter for short: `f` for `-f`. */
  readonly short?: Letter | Uppercase<Letter> | '1' | 'v';
}

/** On or off. */
export interface YesFlag extends FlagBase {
  readonly kind: 'yes';
}

/** One value; undefined when the flag is not given. */
export interface ValueFlag extends FlagBase {
  readonly kind: 'value';
  /** What the value is, in the help: `--port <port>`. */
  readonly placeholder: string;
  /** Throws an Error whose message says what is expected. Without it the value is the text itself. */
  readonly parse?: (input: string) => unknown;
}

/** A flag that may be given several times; an empty list when it is not given. */
export interface ValuesFlag extends FlagBase {
  readonly kind: 'values';
  readonly placeholder: string;
}

/** One of a closed list of words; undefined when the flag is not given. */
export interface ChoiceFlag extends FlagBase {
  readonly kind: 'choice';
  readonly choices: readonly string[];
  /** The one that means the same as `--json`. */
  readonly envelope?: string;
}

export type Flag = YesFlag | ValueFlag | ValuesFlag | ChoiceFlag;

/** Flags by name in camel case: `singleTransaction` is `--single-transaction`. */
export type Flags = Readonly<Record<string, Flag>>;

export type FlagValue<F extends Flag> = F extends YesFlag
  ? boolean
  : F extends ValuesFlag
    ? readonly string[]
    : F extends ChoiceFlag
      ? F['choices'][number] | undefined
      : F extends { readonly parse: (input: string) => infer Value }
        ? Value | undefined
        : string | undefined;

export type FlagValues<F extends Flags> = { readonly [Name in keyof F]: FlagValue<F[Name]> };

export interface Argument {
  readonly name: string;
  readonly brief: string;
  readonly optional?: true;
  /** Any number of them; it has to be the only argument. */
  readonly many?: true;
}

export type ArgumentValues<A extends readonly Argument[]> = A extends readonly [{ readonly many: true }]
  ? readonly string[]
  : { readonly [Index in keyof A]: A[Index] extends { readonly optional: true } ? string | undefined : string };

/** The flags that every command has, besides `--help`. */
export const commonFlags = {
  json: { kind: 'yes', brief: 'Print one JSON object, for programs' },
  verbose: { kind: 'yes', brief: 'Tell more of what is done', short: 'v' },
  config: { kind: 'value', brief: 'The configuration file to use', placeholder: 'file' },
} as const satisfies Flags;
