/** What the server says of what failed, whichever driver brought it. */
export interface ServerError {
  readonly message: string;
  readonly sqlstate: string;
  readonly detail: string | null;
  readonly hint: string | null;
  /** Where in the SQL that was run, from 1, in characters (not UTF-16 units) as PostgreSQL counts them. */
  readonly position: number | null;
  /** SQL that PostgreSQL was running on its own behalf, as in a function. */
  readonly internalQuery: string | null;
  readonly internalPosition: number | null;
  /** The functions that it was in. */
  readonly where: string | null;
  readonly schema: string | null;
  readonly table: string | null;
  readonly column: string | null;
  readonly dataType: string | null;
  readonly constraint: string | null;
}

const wrappings = 5;

/** What the server says in an error of any driver, also one that another error wraps; null where it said nothing. */
export function serverErrorOf(error: unknown): ServerError | null {
  let current = error;
  for (let depth = 0; depth < wrappings && typeof current === 'object' && current !== null; depth++) {
    const said = saidBy(current);
    if (said !== null) return said;
    current = 'cause' in current ? current.cause : null;
  }
  return null;
}

/** The same error, its position counted from elsewhere. */
export function withPositionShifted(error: unknown, by: number): unknown {
  if (!(error instanceof Error)) return error;
  const before = Object.entries(error).find(([name]) => name === 'positionShift')?.[1];
  return Object.assign(error, { positionShift: by + (Number(before) || 0) });
}

function saidBy(error: object): ServerError | null {
  const fields = new Map<string, unknown>(Object.entries(error));
  const text = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const value = fields.get(name);
      if (typeof value === 'string' && value !== '') return value;
    }
    return null;
  };
  const count = (...names: readonly string[]): number | null => {
    const value = Number(text(...names) ?? Number.NaN);
    return Number.isSafeInteger(value) ? value : null;
  };
  const sqlstate = text('code');
  // Node's own codes can have five letters too (EPIPE); only the server grades what it says.
  if (sqlstate === null || !/^[0-9A-Z]{5}$/.test(sqlstate) || text('severity') === null) return null;
  const shift = fields.get('positionShift');
  const position = count('position');
  return {
    message: 'message' in error && typeof error.message === 'string' ? error.message : '',
    sqlstate,
    detail: text('detail'),
    hint: text('hint'),
    position: position === null ? null : position + (typeof shift === 'number' ? shift : 0),
    // postgres.js names the fields as the protocol's documentation does.
    internalQuery: text('internalQuery', 'internal_query'),
    internalPosition: count('internalPosition', 'internal_position'),
    where: text('where'),
    schema: text('schema', 'schema_name'),
    table: text('table', 'table_name'),
    column: text('column', 'column_name'),
    dataType: text('dataType', 'data type_name'),
    constraint: text('constraint', 'constraint_name'),
  };
}
