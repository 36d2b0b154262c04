import type { Context } from '../../kind.ts';
import { isStored } from '../../stored-values.ts';

/** Who uses a composite type, and goes on to. */
export interface Users {
  /** Columns hold values of it, also inside other types. */
  readonly stored: boolean;
  /** There are tables OF the type, which change with it. */
  readonly typedTables: boolean;
}

export function usersOf(id: string, { from, to }: Context): Users {
  const stays = (user: string, type: string): boolean => to.needs.get(user)?.has(type) === true;
  const isTypedTable = (user: string): boolean => from.objects.get(user)?.kind === 'table' && stays(user, id);
  return {
    stored: isStored(id, from, stays),
    typedTables: [...from.needs].some(([user, needed]) => needed.has(id) && isTypedTable(user)),
  };
}
