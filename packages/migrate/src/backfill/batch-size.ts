/** Rows stay locked for as long as their batch takes. */
const slow = 1_000;
const quick = 500;
const first = 500;

/** How many rows a batch has: fewer after one that took long or had to give way, up to the most that is allowed. */
export class BatchSize {
  readonly #most: number;
  #least = 1;
  #size: number;
  #slower: { readonly size: number; readonly milliseconds: number } | null = null;

  constructor(most: number) {
    this.#most = most;
    this.#size = Math.min(most, first);
  }

  get size(): number {
    return this.#size;
  }

  took(size: number, milliseconds: number): void {
    if (milliseconds < quick) {
      if (size >= this.#size) this.#size = Math.min(this.#most, size * 2);
      return;
    }
    if (milliseconds <= slow) return;
    const slower = this.#slower;
    if (slower !== null && size * 2 <= slower.size && milliseconds > slower.milliseconds * 0.75) {
      // It takes as long for fewer rows, so that many small batches would only take longer together.
      this.#least = slower.size;
    }
    this.#slower = { size, milliseconds };
    this.#size = Math.max(Math.floor(size / 2), Math.min(this.#least, this.#most), 1);
  }

  gaveWay(): void {
    this.#size = Math.max(Math.floor(this.#size / 2), 1);
  }
}
