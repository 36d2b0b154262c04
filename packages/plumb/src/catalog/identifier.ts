import { reservedWords } from './reserved-words.ts';

const plain = /^[a-z_][a-z0-9_$]*$/;

/** A name as it is written in SQL. */
export function identifier(name: string): string {
  return plain.test(name) && !reservedWords.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** `schema.name`, each quoted where it must be. */
export function qualified(...path: readonly string[]): string {
  return path.map(identifier).join('.');
}

/** A text as a constant in SQL. */
export function literal(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}

/** Identity of an object: its kind and its path. `detail` tells apart what shares a name, such as a function's argument types. */
export function objectId(kind: string, path: readonly string[], detail = ''): string {
  return `${kind} ${qualified(...path)}${detail}`;
}

/** The names of a path as it is written in SQL: `public."Order".id`. Null where it is none. */
export function parsePath(text: string): readonly string[] | null {
  const parts = [...text.trim().matchAll(/(?:^|\.)(?:"((?:[^"]|"")+)"|([^".]+))/gy)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text.trim()) return null;
  return parts.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare?.trim() ?? '');
}
