/** Gives each row of the table `jobs` its priority. */
export type Contender = (task: Task) => Promise<void>;

export interface Task {
  /** Of the database. */
  readonly url: string;
  /** How many rows the table has, by keys from 1. */
  readonly rows: number;
}
