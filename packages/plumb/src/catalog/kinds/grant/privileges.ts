/** What rights are given on. */
export type Grantable =
  | 'table'
  | 'column'
  | 'sequence'
  | 'routine'
  | 'type'
  | 'schema'
  | 'language'
  | 'foreign-data-wrapper'
  | 'server'
  | 'large-object';

/** Privileges that a role has, and whether it may grant them to others. */
export type Rights = Readonly<Record<string, 'granted' | 'grantable'>>;

const onTables = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'];

const privileges: Readonly<Record<Grantable, readonly string[]>> = {
  table: onTables,
  column: ['SELECT', 'INSERT', 'UPDATE', 'REFERENCES'],
  sequence: ['USAGE', 'SELECT', 'UPDATE'],
  routine: ['EXECUTE'],
  type: ['USAGE'],
  schema: ['USAGE', 'CREATE'],
  language: ['USAGE'],
  'foreign-data-wrapper': ['USAGE'],
  server: ['USAGE'],
  'large-object': ['SELECT', 'UPDATE'],
};

/** All that can be granted; PostgreSQL 17 brought MAINTAIN. */
export function privilegesOn(grantable: Grantable, major: number): readonly string[] {
  return major >= 17 ? privileges[grantable] : privileges[grantable].filter((name) => name !== 'MAINTAIN');
}

/** What everybody may do by default. */
const forEverybody: ReadonlySet<Grantable> = new Set<Grantable>(['routine', 'type', 'language']);

const usual = new Map<string, Rights>();

/** What a role has where nobody granted or revoked anything. */
export function usualRights(grantable: Grantable, role: 'owner' | 'everybody' | 'somebody', major: number): Rights {
  const key = `${grantable} ${role} ${major}`;
  const known = usual.get(key);
  if (known !== undefined) return known;
  const has = role === 'everybody' ? forEverybody.has(grantable) : role === 'owner' && grantable !== 'column';
  const names = has ? privilegesOn(grantable, major) : [];
  const rights: Rights = Object.fromEntries(names.map((name) => [name, 'granted']));
  usual.set(key, rights);
  return rights;
}

/** What a role has that has both. */
export function unitedRights(one: Rights, other: Rights): Rights {
  const grantable = Object.entries({ ...one, ...other }).filter(
    ([name]) => one[name] === 'grantable' || other[name] === 'grantable',
  );
  return { ...one, ...other, ...Object.fromEntries(grantable.map(([name]) => [name, 'grantable' as const])) };
}

export function sameRights(one: Rights, other: Rights): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
