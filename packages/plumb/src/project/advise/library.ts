import type { SchemaOptions } from '../schema/library.ts';
import type { ProjectAdvice } from './advise.ts';

export interface AdviseOptions extends Omit<SchemaOptions, 'major'> {
  /** Files with queries: SQL, or JSON or CSV with calls. */
  readonly workload?: readonly string[];
  /** Whether the queries in the code of the project are meant. */
  readonly queries?: boolean;
  /** The file of a profile; `profile.json` if not given and there is one. */
  readonly profile?: string;
  /** A database to take the profile of, in place of a file. */
  readonly url?: string;
  /** A source; the profile's own schema if not given. */
  readonly schema?: string;
  /** For all indexes together, in bytes. */
  readonly budget?: number;
  readonly maxIndexes?: number;
  /** After which the best until then is the answer, in milliseconds. */
  readonly time?: number;
  /** Whether to write a migration of it. */
  readonly write?: boolean;
}

/**
 * Says which indexes make queries cheapest in production, and which can go. When `signal` ends the search, the answer is
 * the best until then.
 *
 * @example
 * ```ts
 * import { advise } from 'pgplumb';
 *
 * const { indexes, cost } = await advise({ workload: ['queries.sql'], profile: 'profile.json', budget: 5 * 1024 ** 3 });
 * for (const { definition, queries } of indexes) console.log(definition, queries.length);
 * console.log(cost.before, cost.after);
 * ```
 */
export async function advise(options: AdviseOptions = {}): Promise<ProjectAdvice> {
  const { advise: adviseProject } = await import('./advise.ts');
  const { cwd = process.cwd(), env = process.env, workload = [], queries = false, write = false, ...rest } = options;
  const { signal = new AbortController().signal, onProgress: progress = () => {} } = options;
  return adviseProject({ ...rest, cwd, env, workload, queries, write, signal, progress });
}
