import type { Samples } from './answer.ts';
import type { Machine } from './machine.ts';

export interface Results {
  readonly benchmark: string;
  readonly command: string;
  /** ISO 8601. */
  readonly date: string;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly rounds: number;
  readonly measured: readonly Measured[];
}

/** What one contender gave in one phase, all rounds together. */
export interface Measured {
  readonly phase: string;
  readonly contender: string;
  /** Milliseconds, or bytes where memory is measured. */
  readonly samples: Samples;
  readonly error: string | null;
}
