import type { ProgressListener } from '../../contract/progress.ts';
import type { Place } from '../settings/settings.ts';

export interface AdviseRequest extends Place {
  /** Files with the queries. */
  readonly workload: readonly string[];
  /** Whether the queries of the project's code are meant. */
  readonly queries: boolean;
  /** The file of a profile. */
  readonly profile?: string | undefined;
  /** The database that a profile is taken of. */
  readonly url?: string | undefined;
  /** In place of the profile's own schema. */
  readonly schema?: string | undefined;
  /** For all indexes together, in bytes. */
  readonly budget?: number | undefined;
  readonly maxIndexes?: number | undefined;
  /** For all of it, in milliseconds. */
  readonly time?: number | undefined;
  /** Whether to write a migration. */
  readonly write: boolean;
  /** The folder of the migrations. */
  readonly migrations?: string | undefined;
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
}
