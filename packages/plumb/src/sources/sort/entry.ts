import { locationAt } from '@pgplumb/migrate/sql';
import { loadModule, type Node, parseSync } from 'libpg-query';
import type { PlacedText } from '../../sql/sql-fault.ts';
import type { PlacedFault } from '../../sql/sql-problem.ts';
import type { Refused } from '../load/load-session.ts';
import {
  beginsTransaction,
  commitsTransaction,
  controlsTransaction,
  endsInNothing,
  type Piece,
  type Script,
} from '../load/piece.ts';
import { type StatementNames, statementNames } from './statement-names.ts';

/** A statement that waits for its turn. */
export interface Entry extends StatementNames {
  piece: Piece;
  /** Where the user wrote what the statement was made from; null where it is the user's own. */
  readonly origin: PlacedText | null;
  readonly script: number;
  readonly tree: Node | null;
  /** The settings of the session that the script has made before it. */
  context: readonly string[];
  state: 'waiting' | 'running' | 'done';
  refused: Refused | null;
  /** How many statements were done when it was refused. */
  refusedAt: number | null;
}

/** The statements of all scripts, without those that only steer the session or its transactions. */
export async function readEntries(scripts: readonly Script[]): Promise<Entry[]> {
  await loadModule();
  return scripts.flatMap(({ pieces }, script) => {
    const entries: Entry[] = [];
    let context: readonly string[] = [];
    for (const piece of withoutUndone(pieces)) {
      const { text } = piece;
      if (/^set\s+(?:constraints|transaction)\b/i.test(text)) continue;
      if (/^discard\s+all\b/i.test(text)) context = [];
      else if (setsSession.test(text)) context = [...context, text];
      else entries.push(entryOf({ piece, script, context, tree: treeOf(text), origin: null }));
    }
    return entries;
  });
}

const setsSession = /^(?:set|reset)\b|^select\s+(?:pg_catalog\.)?set_config\s*\(/i;

export function entryOf(given: Pick<Entry, 'piece' | 'script' | 'context' | 'tree' | 'origin'>): Entry {
  return { ...given, ...statementNames(given.tree), state: 'waiting', refused: null, refusedAt: null };
}

/** What a script rolls back itself. */
function withoutUndone(pieces: readonly Piece[]): readonly Piece[] {
  const kept: Piece[] = [];
  let begin: number | null = null;
  for (const piece of pieces) {
    if (beginsTransaction(piece)) begin = kept.length;
    else if (endsInNothing(piece) && begin !== null) kept.length = begin;
    else if (!controlsTransaction(piece)) kept.push(piece);
    if (commitsTransaction(piece) || endsInNothing(piece)) begin = null;
  }
  return kept;
}

function treeOf(text: string): Node | null {
  try {
    return parseSync(text).stmts?.[0]?.stmt ?? null;
  } catch {
    // a newer server may know it
    return null;
  }
}

export function faultOf({ origin }: Entry, refused: Refused): PlacedFault {
  const { fault, source } = refused.placed;
  if (origin === null) return { fault, source };
  const location = locationAt(origin.source, origin.start, origin.start + origin.text.length);
  return { fault: { ...fault, location }, source: origin.source };
}
