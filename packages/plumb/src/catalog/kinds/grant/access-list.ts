import type { Rights } from './privileges.ts';

/** An item of an access list, such as `reader=r*w/app_owner`. */
export interface AccessItem {
  /** Null is everybody. */
  readonly grantee: string | null;
  readonly grantor: string;
  readonly rights: Rights;
}

const letters: Readonly<Record<string, string>> = {
  r: 'SELECT',
  a: 'INSERT',
  w: 'UPDATE',
  d: 'DELETE',
  D: 'TRUNCATE',
  x: 'REFERENCES',
  t: 'TRIGGER',
  m: 'MAINTAIN',
  X: 'EXECUTE',
  U: 'USAGE',
  C: 'CREATE',
};

const item = /^("(?:[^"]|"")*"|[^"=]*)=([A-Za-z*]*)\/(.+)$/s;

/** Takes an access list apart, which comes as a JSON list of its items as text. */
export function accessList(json: string): readonly AccessItem[] {
  const items: readonly string[] = JSON.parse(json);
  return items.map((text) => known.get(text) ?? parsed(text));
}

/** Thousands of objects have the same few items. */
const known = new Map<string, AccessItem>();

function parsed(text: string): AccessItem {
  const [, grantee = '', marks = '', grantor = ''] = item.exec(text) ?? [];
  const rights = [...marks.matchAll(/([A-Za-z])(\*?)/g)].map(
    ([, letter = '', star]) => [letters[letter] ?? letter, star === '*' ? 'grantable' : 'granted'] as const,
  );
  const found = {
    grantee: grantee === '' ? null : unquoted(grantee),
    grantor: unquoted(grantor),
    rights: Object.fromEntries(rights),
  };
  if (known.size < 10_000) known.set(text, found);
  return found;
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
