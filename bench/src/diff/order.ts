import type { ContenderId } from './contender-names.ts';
import type { Content } from './phases.ts';

/** What a child process is to do: serve the databases that all work with, or measure one contender. */
export type Order = { readonly folder: string } & (
  | { readonly task: 'serve'; readonly contents: readonly Content[] }
  | { readonly task: 'measure'; readonly contender: ContenderId; readonly content: Content }
);
