/** Named series of measured values: milliseconds, or bytes. */
export type Samples = Readonly<Record<string, readonly number[]>>;

/** What a child process says when it has done what it was told. */
export type Answer = { readonly samples: Samples } | { readonly error: string };

export function isAnswer(message: unknown): message is Answer {
  return typeof message === 'object' && message !== null && ('samples' in message || 'error' in message);
}
