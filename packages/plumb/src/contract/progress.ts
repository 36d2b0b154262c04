/** One step of work that takes long enough to be told. */
export interface Progress {
  readonly message: string;
  readonly done?: number;
  readonly total?: number;
}

/** Called as work goes on; faces decide whether and how to show it. */
export type ProgressListener = (progress: Progress) => void;
