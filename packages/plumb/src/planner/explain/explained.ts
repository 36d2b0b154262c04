import type { Finding } from '../../contract/finding.ts';
import type { QueryPlan } from './explain-query.ts';

/** The plans of some queries, and where they are from. */
export interface Explained {
  readonly plans: readonly QueryPlan[];
  readonly of: PlansOf;
  /** What of a profile could not be carried over. */
  readonly notes: readonly Finding[];
}

export type PlansOf =
  | { readonly from: 'profile'; readonly file: string; readonly capturedAt: string }
  /** Of tables without rows: costs tell nothing of production. */
  | { readonly from: 'schema'; readonly schema: string }
  | { readonly from: 'server'; readonly postgres: string; readonly executed: boolean }
  | { readonly from: 'file'; readonly file: string };
