import { locationAt, type PlacedStatement } from '@pgplumb/migrate/sql';
import { parsePath } from '../../catalog/identifier.ts';
import type { Finding } from '../../contract/finding.ts';
import { nameOf, tokensOf } from '../../sources/stand-ins/tokens.ts';

/** Where the objects of a finding are made. */
export type PlacesOfObjects = (finding: Pick<Finding, 'id' | 'objects'>) => Finding['location'];

/**
 * The first of the statements that name most of a finding's objects, the nearest one first: `public.t.a` is a of t. Where
 * several do, the words of the rule's name decide.
 */
export function placesOfObjects(statements: readonly PlacedStatement[]): PlacesOfObjects {
  const words = statements.map(({ text }) => new Set(tokensOf(text).map(nameOf)));
  const having = new Map<string, number[]>();
  for (const [at, set] of words.entries()) {
    for (const word of set) {
      const found = having.get(word);
      if (found === undefined) having.set(word, [at]);
      else found.push(at);
    }
  }
  return ({ id, objects }) => {
    const names = objects.flatMap(namesOf);
    const candidates = names.map((name) => having.get(name)).find((found) => found !== undefined) ?? [];
    const score = (at: number): number => {
      const named = names.reduce((sum, name, index) => sum + (words[at]?.has(name) ? 2 ** -index : 0), 0);
      return named + id.split('-').filter((word) => words[at]?.has(word)).length * 1e-6;
    };
    const [first] = candidates.map((at) => ({ at, score: score(at) })).toSorted((a, b) => b.score - a.score);
    const statement = first === undefined ? undefined : statements[first.at];
    return statement === undefined ? null : locationAt(statement.source, statement.start, statement.end);
  };
}

/** From the innermost, without the schema: `a`, `t`. What is in none goes by its own name. */
function namesOf(object: string): readonly string[] {
  const path = parsePath(object.replace(/\(.*\)$/, '')) ?? [];
  return (path.length > 1 ? path.slice(1) : path).toReversed();
}
