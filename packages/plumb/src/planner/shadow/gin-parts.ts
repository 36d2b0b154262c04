interface Operators {
  readonly operators: string | null;
  readonly type: string | null;
}

/** The parts of a value of which an inverted index has an entry each. */
export function partsOf(value: string, { operators, type }: Operators): ReadonlySet<string> {
  if (operators === 'gin_trgm_ops') return new Set(trigramsOf(value));
  if (type === 'jsonb') return new Set(partsOfJson(parsed(value), operators === 'jsonb_path_ops', ''));
  return new Set(value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function* trigramsOf(text: string): Generator<string> {
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) yield padded.slice(at, at + 3);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** With paths, each value with the names that lead to it; without, each name and each value. */
function* partsOfJson(value: unknown, withPaths: boolean, path: string): Generator<string> {
  if (Array.isArray(value)) {
    for (const each of value) yield* partsOfJson(each, withPaths, path);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      if (!withPaths) yield name;
      yield* partsOfJson(each, withPaths, withPaths ? `${path}.${name}` : '');
    }
  } else yield `${path}=${String(value)}`;
}
