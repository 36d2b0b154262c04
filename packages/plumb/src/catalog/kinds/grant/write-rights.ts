import { identifier } from '../../identifier.ts';
import { type Grantable, privilegesOn, type Rights } from './privileges.ts';

/** What GRANT and REVOKE say between their verb and the role. */
export interface RightsTarget {
  readonly grantable: Grantable;
  readonly column: string | null;
  /** `TABLE public.users`; of default privileges `TABLES`. */
  readonly on: string;
}

/** The fewest statements that turn one set of rights into another; REVOKE comes first. */
export function rightsChanges(
  from: Rights,
  to: Rights,
  role: string,
  target: RightsTarget,
  major: number,
): readonly string[] {
  const all = privilegesOn(target.grantable, major);
  const pick = (chosen: (was: Rights[string] | undefined, is: Rights[string] | undefined) => boolean): string[] =>
    [...new Set([...all, ...Object.keys(from), ...Object.keys(to)])].filter((name) => chosen(from[name], to[name]));
  const say = (names: readonly string[]): string => `${privilegeList(names, all, target.column)} ON ${target.on}`;
  const lost = pick((was, is) => was !== undefined && is === undefined);
  const optionLost = pick((was, is) => was === 'grantable' && is === 'granted');
  const gained = pick((was, is) => was === undefined && is === 'granted');
  const optionGained = pick((was, is) => was !== 'grantable' && is === 'grantable');
  return [
    ...(lost.length === 0 ? [] : [`REVOKE ${say(lost)} FROM ${role}`]),
    ...(optionLost.length === 0 ? [] : [`REVOKE GRANT OPTION FOR ${say(optionLost)} FROM ${role}`]),
    ...(gained.length === 0 ? [] : [`GRANT ${say(gained)} TO ${role}`]),
    ...(optionGained.length === 0 ? [] : [`GRANT ${say(optionGained)} TO ${role} WITH GRANT OPTION`]),
  ];
}

function privilegeList(names: readonly string[], all: readonly string[], column: string | null): string {
  const list = names.length > 1 && names.length === all.length ? ['ALL'] : names;
  return column === null ? list.join(', ') : list.map((name) => `${name} (${identifier(column)})`).join(', ');
}
