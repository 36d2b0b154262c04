import { Problem } from '../../contract/problem.ts';
import { csvRecord } from '../../report/csv.ts';
import { rowObjects } from '../../report/json-rows.ts';
import type { ReadRows, Row, RowReader } from './run-statement.ts';

/** The rows of one result that are kept, and how many there were. */
export interface KeptRows {
  readonly rows: Row[];
  total: number;
}

/** Characters of values that are held at most; more is for the formats that hold nothing. */
const mostHeld = 100_000_000;

/** Keeps the first rows of each result. */
export function keepRows(most: number): { readonly read: ReadRows; readonly kept: readonly KeptRows[] } {
  const kept: KeptRows[] = [];
  let held = 0;
  const read = (): RowReader => {
    const own: KeptRows = { rows: [], total: 0 };
    kept.push(own);
    return {
      row: (row) => {
        own.total += 1;
        if (own.rows.length >= most) return undefined;
        held += row.reduce((sum, value) => sum + (value?.length ?? 0) + 16, 0);
        if (held > mostHeld) throw tooMuch();
        own.rows.push(row);
        return undefined;
      },
    };
  };
  return { read, kept };
}

function tooMuch(): Problem {
  return new Problem('USAGE', 'The result is too large to be held in memory.', {
    hint: 'Use --format csv or --format json, which write each row as it comes, or select fewer rows.',
  });
}

type Write = (chunk: string) => Promise<void>;

/** Writes rows as CSV as they come, with a header; an empty line parts one result from the next. */
export function writeCsv(write: Write): ReadRows {
  let results = 0;
  return (columns) => {
    results += 1;
    const header = csvRecord(columns.map(({ name }) => name));
    const chunks = new Chunks(write, results === 1 ? header : `\n${header}`);
    return { row: (row) => chunks.add(csvRecord(row)), end: () => chunks.flush() };
  };
}

/** Writes rows as JSON as they come: an array for each result, a line for each row. */
export function writeJson(write: Write): ReadRows {
  return (columns) => {
    const objectOf = rowObjects(columns);
    const chunks = new Chunks(write, '[');
    let rows = 0;
    return {
      row: (row) => {
        rows += 1;
        return chunks.add(`${rows === 1 ? '\n' : ',\n'}${JSON.stringify(objectOf(row))}`);
      },
      end: async () => {
        chunks.add(rows === 0 ? ']\n' : '\n]\n');
        await chunks.flush();
      },
    };
  };
}

const chunkSize = 65_536;

/** Small pieces are put together, so that each write is worth its while. */
class Chunks {
  readonly #write: Write;
  #pending: string;

  constructor(write: Write, start: string) {
    this.#write = write;
    this.#pending = start;
  }

  add(text: string): Promise<void> | undefined {
    this.#pending += text;
    return this.#pending.length < chunkSize ? undefined : this.flush();
  }

  flush(): Promise<void> {
    const text = this.#pending;
    this.#pending = '';
    return this.#write(text);
  }
}
