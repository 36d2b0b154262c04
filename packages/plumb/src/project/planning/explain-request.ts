import type { ProgressListener } from '../../contract/progress.ts';
import type { SqlSource } from '../../sql/source.ts';
import type { Place } from '../settings/settings.ts';

export interface ExplainRequest extends Place {
  /** SQL that was given, with any number of statements. */
  readonly sources: readonly SqlSource[];
  /** Whether the queries of the project's code are meant, too. */
  readonly queries: boolean;
  /** Values of `$1`, `$2` …, as text. */
  readonly parameters: readonly string[];
  readonly profile?: string | undefined;
  readonly schema?: string | undefined;
  /** As who is planned. */
  readonly role?: string | undefined;
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
}
