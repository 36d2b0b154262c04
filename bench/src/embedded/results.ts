import type { Machine } from '../machine.ts';
import type { ContenderId } from './contender-names.ts';
import type { Samples } from './order.ts';

export interface Results {
  readonly benchmark: 'embedded';
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
  readonly contender: ContenderId;
  /** Milliseconds; in the memory phase bytes. */
  readonly samples: Samples;
  readonly error: string | null;
}
