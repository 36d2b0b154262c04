import { identifier } from './identifier.ts';

/** Whoever runs the SQL is named by what he is, since his name differs from one database to the next. */
export const whoRunsIt = 'CURRENT_USER';

export const everybody = 'PUBLIC';

/** A role as SQL names it; null is everybody. */
export function grantee(role: string | null, loader: string): string {
  if (role === null) return everybody;
  return role === loader ? whoRunsIt : identifier(role);
}
