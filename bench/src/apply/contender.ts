import type { Samples } from '../answer.ts';
import type { Format } from './formats.ts';

/** Brings a database up to date. */
export interface Contender {
  /** How its migrations are written. */
  readonly format: Format;
  /** The database by its URL, and the folder of the migrations. */
  readonly apply: (url: string, migrations: string) => Promise<Samples>;
}
