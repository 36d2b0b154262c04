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
