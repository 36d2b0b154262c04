import type { Dependencies } from './catalog-object.ts';
import type { Reader } from './reader.ts';

const words = /"((?:[^"]|"")+)"|[\p{L}_][\p{L}\p{N}_$]*/gu;

/**
 * What bodies of functions seem to need, by the names that stand in them, and what kinds ask for. PostgreSQL keeps no
 * dependencies of bodies that are strings, yet checks some when they are created.
 */
export function hintsOf(reader: Reader): Dependencies {
  const hints = new Map<string, Set<string>>();
  for (const [id, body] of reader.bodies) {
    const found = new Set<string>();
    const named = new Set<string>();
    for (const [word, quoted] of body.matchAll(words)) {
      named.add(quoted === undefined ? word.toLowerCase() : quoted.replaceAll('""', '"'));
    }
    for (const name of named) for (const meant of reader.names.get(name) ?? []) if (meant !== id) found.add(meant);
    for (const whole of [...found]) {
      for (const [name, part] of reader.partNames.get(whole) ?? []) if (named.has(name)) found.add(part);
    }
    if (found.size > 0) hints.set(id, found);
  }
  for (const [dependent, needed] of reader.extraHints) {
    const known = hints.get(dependent);
    if (known === undefined) hints.set(dependent, new Set([needed]));
    else known.add(needed);
  }
  return hints;
}
