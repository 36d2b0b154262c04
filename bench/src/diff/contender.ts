import type { Samples } from '../answer.ts';
import type { Content } from './phases.ts';

export interface Task extends Content {
  /** The URL of the server's maintenance database. */
  readonly server: string;
  /** Databases on it, one with the schema before, one with the schema after. */
  readonly before: string;
  readonly after: string;
  /** The home of the shadow server. */
  readonly home: string;
}

/** Goes from two databases to a migration. */
export type Contender = (task: Task) => Promise<Samples>;
