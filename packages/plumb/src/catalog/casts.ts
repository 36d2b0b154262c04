const casts =
  /::(?:"(?:[^"]|"")*"|[a-z_][a-z0-9_$]*)(?:\.(?:"(?:[^"]|"")*"|[a-z_][a-z0-9_$]*))?(?: (?:varying|precision|with(?:out)? time zone))?(?:\([0-9, ]+\))?(?:\[\])*|[()]/g;

/**
 * Whether two expressions are the same but for casts and brackets. When PostgreSQL gives a column another type, it
 * reads the expressions that use the column again, and that is how they come to differ.
 */
export function sameButCasts(one: string, other: string): boolean {
  return one === other || one.replaceAll(casts, '') === other.replaceAll(casts, '');
}
