import type { Setting } from './contender.ts';
import type { ContenderId } from './contender-names.ts';

/** What a child process is to do: install a peer's package, prepare a contender, or measure it. */
export type Task = 'install' | 'prepare' | Measurement;
export type Measurement = 'start' | 'repeat' | 'crowd' | 'memory';

export interface Order {
  readonly task: Task;
  readonly contender: ContenderId;
  readonly setting: Setting;
}

/** Named series of measured values: milliseconds, or bytes. */
export type Samples = Readonly<Record<string, readonly number[]>>;

export type Answer = { readonly samples: Samples } | { readonly error: string };

export function isAnswer(message: unknown): message is Answer {
  return typeof message === 'object' && message !== null && ('samples' in message || 'error' in message);
}
