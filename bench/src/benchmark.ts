import type { Measured } from './results.ts';

/** Something that is measured, side by side with others. */
export interface Benchmark {
  /** As it is called on the command line, and in docs/benchmarks.md. */
  readonly name: string;
  readonly phases: readonly string[];
  /** The phases that show in a minute whether it works, and roughly where we stand. */
  readonly quickPhases: readonly string[];
  /** Those beside us, by their ids. */
  readonly rivals: readonly string[];
  /** Packages whose versions matter. */
  readonly packages: readonly string[];
  run(options: RunOptions): Promise<Measured[]>;
  /** The results and what was aimed at, in paragraphs of Markdown. */
  report(measured: readonly Measured[]): readonly string[];
}

export interface RunOptions {
  readonly rounds: number;
  /** The beginnings of the names of the phases to run; all when there are none. */
  readonly only: readonly string[];
  /** The contenders to measure beside us; all when there are none. */
  readonly against: readonly string[];
  readonly progress: (message: string) => void;
  readonly signal: AbortSignal;
}
