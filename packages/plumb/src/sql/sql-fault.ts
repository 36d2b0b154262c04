import { endOfToken, locationAt, offsetOfCharacter } from '@pgplumb/migrate/sql';
import type { DatabaseError } from 'pg';
import type { Location } from '../contract/finding.ts';
import type { SqlSource } from './source.ts';

/** A statement that can't be run, or wasn't run to its end, as data. */
export interface SqlFault {
  readonly message: string;
  readonly location: Location;
  readonly sqlstate: string | null;
  readonly detail: string | null;
  readonly hint: string | null;
  /** Where in a function it happened. */
  readonly context: string | null;
  /** The query in the function, and the place in it. */
  readonly inner: { readonly query: string; readonly location: Location } | null;
}

/** A piece of SQL in its source. */
export interface PlacedText {
  readonly source: SqlSource;
  readonly start: number;
  readonly text: string;
}

/** What the server says of a statement that it refused or broke off. */
export function serverFault(error: DatabaseError, statement: PlacedText): SqlFault {
  return {
    message: error.message,
    location: placeOf(error, statement),
    sqlstate: error.code ?? null,
    detail: error.detail ?? null,
    hint: error.hint ?? null,
    context: error.where ?? null,
    inner: innerOf(error),
  };
}

/** The whole statement where the server names no place in it. */
function placeOf(
  { position, internalPosition }: DatabaseError,
  { source, start, text }: PlacedText,
): SqlFault['location'] {
  if (position === undefined || internalPosition !== undefined) return locationAt(source, start, start + text.length);
  const offset = start + offsetOfCharacter(text, Number(position) - 1);
  return locationAt(source, offset, endOfToken(source.text, offset));
}

function innerOf({ internalQuery, internalPosition }: DatabaseError): SqlFault['inner'] {
  if (internalQuery === undefined) return null;
  const offset = offsetOfCharacter(internalQuery, Number(internalPosition ?? 1) - 1);
  const source = { name: '<function>', text: internalQuery };
  return { query: internalQuery, location: locationAt(source, offset, endOfToken(internalQuery, offset)) };
}
