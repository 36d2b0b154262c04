import type { SectionText } from '@pgplumb/migrate';

/** A migration before it is written in some format. */
export interface Draft {
  /** What it is about, for people. */
  readonly comment: string;
  readonly up: readonly DraftSection[];
  readonly down: readonly DraftSection[];
}

export interface DraftSection extends Pick<SectionText, 'mode' | 'backfill'> {
  /** Each with its semicolon, and with the comments above it. */
  readonly statements: readonly string[];
}

/** The statements of a section, as they stand in a file. */
export function sectionSql({ statements }: DraftSection): string {
  return statements.join('\n\n');
}
