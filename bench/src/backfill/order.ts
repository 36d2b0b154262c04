import type { ContenderId } from './contender-names.ts';

/** What a child process is to do: serve the tables that are copied for each, or measure one contender. */
export type Order = { readonly folder: string } & (
  | { readonly task: 'serve'; readonly rows: readonly number[] }
  | { readonly task: 'measure'; readonly contender: ContenderId; readonly rows: number }
);
