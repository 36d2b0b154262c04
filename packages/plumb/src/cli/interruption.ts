import { constants } from 'node:os';
import { Problem } from '../contract/problem.ts';

/** Signals by which a person or a system asks a program to end. */
export const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

type EndingSignal = (typeof endingSignals)[number];

/** Told of signals; hands them on to the command once, so that it can clean up. */
export class Interruption {
  readonly #controller = new AbortController();
  #exitCode: number | undefined;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** True when nobody reads what we print any more: then there is nothing to say. */
  get readerIsGone(): boolean {
    return this.#exitCode === 0;
  }

  /** 130 after Ctrl-C, 143 after SIGTERM, 0 when the reader of our output has gone; undefined while nothing happened. */
  get exitCode(): number | undefined {
    return this.#exitCode;
  }

  /** False when the command has been told before: then nothing should be waited for. */
  bySignal(name: EndingSignal): boolean {
    return this.#interrupt(exitCodeOf(name), name === 'SIGINT' ? 'Interrupted.' : `Interrupted by ${name}.`);
  }

  onSignal(listener: () => void): void {
    this.signal.addEventListener('abort', () => this.readerIsGone || listener(), { once: true });
  }

  byClosedOutput(): void {
    this.#interrupt(0, 'The reader of the output has gone.');
  }

  #interrupt(exitCode: number, message: string): boolean {
    if (this.signal.aborted) return false;
    this.#exitCode = exitCode;
    this.#controller.abort(new Problem('INTERRUPTED', message));
    return true;
  }
}

/** As shells tell that a signal ended a program. */
export function exitCodeOf(name: EndingSignal): number {
  return 128 + (name === 'SIGBREAK' ? constants.signals.SIGINT : constants.signals[name]);
}
