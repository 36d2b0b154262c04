import type { SqlSource } from '../contract/sql-source.ts';
import { fileInvalid } from './file-invalid.ts';
import { type PsqlCommand, readScript } from './psql-script.ts';

/** One statement of a migration, without the semicolon behind it. */
export interface PlacedStatement {
  readonly source: SqlSource;
  /** Offsets in the text of its source. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A part of a source, by offsets. */
export interface SqlPart {
  readonly source: SqlSource;
  readonly start: number;
  readonly end: number;
}

/** The statements of a section, in order. What only psql understands is refused, unless nothing is lost without it. */
export function statementsOf({ source, start, end }: SqlPart): readonly PlacedStatement[] {
  const section = { name: source.name, text: source.text.slice(0, end) };
  return readScript(section, start).flatMap((part) => {
    if (part.kind === 'psql') {
      if (showsOnly(part)) return [];
      throw fileInvalid(
        { source, ...part },
        `${part.words[0] ?? ''} is a command of psql, and migrations are not run by psql.`,
        'Take it out, or write the SQL that psql would have run.',
      );
    }
    if (part.rows !== null) {
      throw fileInvalid(
        { source, ...part },
        'Rows behind COPY … FROM stdin can’t be sent in a migration.',
        'Write them as INSERT, as `pg_dump --rows-per-insert=1000` does, or put them into a file of seeds: `plumb seed` sends them.',
      );
    }
    return [{ source, start: part.start, end: part.end, text: source.text.slice(part.start, part.end) }];
  });
}

/** Whether a command of psql changes nothing but what psql shows, or how. */
export function showsOnly({ words }: PsqlCommand): boolean {
  return harmless.test(words[0] ?? '') || /^\\set ON_ERROR_STOP\b/i.test(words.join(' '));
}

const harmless =
  /^\\(?:restrict|unrestrict|pset|timing|echo|qecho|warn|encoding|[aCfHtTx]|errverbose|conninfo|d\S*|l\+?|z|\.|\?|h|p)$/;
