import type { ContenderId, TimePhase } from './phases.ts';

/** What a child process is to do. */
export type Order = { readonly folder: string } & (
  | { readonly task: 'serve'; readonly major: number }
  /** Labels the cases of one subject, and compares; writes what came out into a file. */
  | { readonly task: 'compare'; readonly major: number; readonly subject: string; readonly result: string }
  | {
      readonly task: 'time';
      readonly contender: ContenderId;
      readonly phase: TimePhase['id'];
      readonly round: number;
    }
);
