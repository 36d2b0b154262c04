/** A query as production plans it, and as it is planned without production. */
export interface Compared {
  readonly query: string;
  readonly sameTree: boolean;
  readonly same: boolean;
  /** The first line that differs, as both have it. */
  readonly differs: readonly [production: string, shadow: string] | null;
}

export function compare(query: string, production: string, shadow: string): Compared {
  const here = production.split('\n');
  const there = shadow.split('\n');
  const at = here.findIndex((line, place) => line !== there[place]);
  const same = production === shadow;
  return {
    query,
    same,
    sameTree: withoutFigures(production) === withoutFigures(shadow),
    differs: same ? null : [here[Math.max(at, 0)] ?? '', there[Math.max(at, 0)] ?? ''],
  };
}

function withoutFigures(plan: string): string {
  return plan.replaceAll(/\s*\(cost=[^)]*\)/g, '');
}
