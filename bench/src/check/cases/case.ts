/** A migration as somebody would write it, on top of a schema, and whether it is dangerous there. */
export interface Case {
  readonly name: string;
  readonly base: string;
  readonly migration: string;
  readonly dangerous: boolean;
}

/** One migration on two schemas: what is dangerous on the one is harmless on the other. */
export interface Twins {
  readonly name: string;
  readonly migration: string;
  readonly dangerousOn: string;
  readonly harmlessOn: string;
}
