import type { ContenderId } from './contender-names.ts';
import type { PhaseId } from './phases.ts';

/** What a child process is to do: serve the server and the files that all work with, or measure one contender. */
export type Order = { readonly folder: string } & (
  | { readonly task: 'serve' }
  /** Applies all, for those that then have nothing to do. */
  | { readonly task: 'prepare'; readonly contender: ContenderId }
  | { readonly task: 'measure'; readonly contender: ContenderId; readonly phase: PhaseId }
);
