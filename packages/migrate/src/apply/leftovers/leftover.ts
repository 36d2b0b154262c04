import type { Session } from '../../client/session.ts';
import { withoutComments } from '../../sql/without-comments.ts';
import { indexBuild } from './index-build.ts';
import { indexDrop } from './index-drop.ts';
import { partitionDetach } from './partition-detach.ts';
import { reindex } from './reindex.ts';
import { repeatable } from './repeatable.ts';
import { wholeObject } from './whole-object.ts';

/** `done`: it did all it should. `again`: nothing is left of it. `uncertain`: only a person can tell. */
export type Outcome = 'done' | 'again' | 'uncertain';

/** What a statement outside of a transaction leaves behind when it is cut off. */
export interface Leftover {
  /** Removes what would keep the statement from doing its work. */
  prepare?(session: Session): Promise<void>;
  /** What has to be known from before, to tell afterwards what it did; JSON. */
  remember(session: Session): Promise<string>;
  /** Tells what it did, and removes what it left half done. */
  settle(session: Session, memory: string): Promise<Outcome>;
}

/** Knows a statement by its beginning. */
export type LeftoverKind = (sql: string) => Leftover | null;

const kinds: readonly LeftoverKind[] = [indexBuild, indexDrop, reindex, partitionDetach, repeatable, wholeObject];

export function leftoverOf(statement: string): Leftover {
  const sql = withoutComments(statement);
  for (const kind of kinds) {
    const found = kind(sql);
    if (found !== null) return found;
  }
  return { remember: async () => '{}', settle: async () => 'uncertain' };
}
