/** A function or a procedure. */
export type RoutineFacts = {
  readonly schema: string;
  readonly name: string;
  readonly procedure: boolean;
  readonly window: boolean;
  readonly parameters: readonly Parameter[];
  /** As it is declared; null for procedures. */
  readonly result: string | null;
  readonly returns: { readonly type: string; readonly set: boolean };
  readonly language: string;
  readonly transforms: readonly string[];
  readonly volatility: 'IMMUTABLE' | 'STABLE' | 'VOLATILE';
  readonly strict: boolean;
  readonly definer: boolean;
  readonly leakproof: boolean;
  readonly parallel: 'SAFE' | 'RESTRICTED' | 'UNSAFE';
  /** Null for what PostgreSQL assumes. */
  readonly cost: number | null;
  readonly rows: number | null;
  readonly support: string | null;
  /** Its `SET` clauses, in their order. */
  readonly settings: readonly Setting[];
  readonly body: Body;
};

export interface Setting {
  readonly name: string;
  /** As SQL. */
  readonly value: string;
}

export interface Parameter {
  readonly mode: 'IN' | 'OUT' | 'INOUT' | 'VARIADIC' | 'TABLE';
  /** Empty where it has none. */
  readonly name: string;
  readonly type: string;
  readonly default: string | null;
}

export type Body =
  /** In the language's own words; for internal functions the name of a built-in one. */
  | { readonly form: 'text'; readonly text: string }
  | { readonly form: 'library'; readonly library: string; readonly symbol: string }
  /** SQL that PostgreSQL has parsed: `BEGIN ATOMIC … END` or `RETURN …`. */
  | { readonly form: 'standard'; readonly sql: string };

export function inputsOf({ parameters }: Pick<RoutineFacts, 'parameters'>): readonly Parameter[] {
  return parameters.filter(({ mode }) => mode !== 'OUT' && mode !== 'TABLE');
}

/** What comes out by name. */
export function outputsOf({ parameters }: Pick<RoutineFacts, 'parameters'>): readonly Parameter[] {
  return parameters.filter(({ mode }) => mode !== 'IN' && mode !== 'VARIADIC');
}
