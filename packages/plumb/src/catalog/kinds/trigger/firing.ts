/** When a trigger or a rule fires, by what `session_replication_role` is. */
export type Firing = 'origin' | 'replica' | 'always' | 'disabled';

/** By PostgreSQL's letters. */
export const firings: ReadonlyMap<string, Firing> = new Map([
  ['O', 'origin'],
  ['R', 'replica'],
  ['A', 'always'],
  ['D', 'disabled'],
]);

const clauses = {
  origin: 'ENABLE',
  replica: 'ENABLE REPLICA',
  always: 'ENABLE ALWAYS',
  disabled: 'DISABLE',
} as const satisfies Record<Firing, string>;

/** The words before TRIGGER or RULE. */
export function firingClause(firing: Firing): string {
  return clauses[firing];
}
