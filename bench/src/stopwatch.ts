/** Takes the times between moments, in milliseconds. */
export class Stopwatch {
  readonly #begin = performance.now();
  #last = this.#begin;

  /** Since the last lap. */
  lap(): number {
    const now = performance.now();
    const time = now - this.#last;
    this.#last = now;
    return time;
  }

  /** Since the beginning, until the last lap. */
  total(): number {
    return this.#last - this.#begin;
  }
}
