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
export function accessList(json: string | null | undefined): readonly AccessItem[] {
  const items: readonly string[] = json ? JSON.parse(json) : [];
  return items.map((text) => {
    const [, grantee = '', marks = '', grantor = ''] = item.exec(text) ?? [];
    const rights = [...marks.matchAll(/([A-Za-z])(\*?)/g)].map(
      ([, letter = '', star]) => [letters[letter] ?? letter, star === '*' ? 'grantable' : 'granted'] as const,
    );
    return {
      grantee: grantee === '' ? null : unquoted(grantee),
      grantor: unquoted(grantor),
      rights: Object.fromEntries(rights),
    };
  });
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
