/** A queue that gives what precedes all others. */
export class Heap<Item> {
  readonly #items: Item[] = [];
  readonly #precedes: (one: Item, other: Item) => boolean;

  constructor(precedes: (one: Item, other: Item) => boolean) {
    this.#precedes = precedes;
  }

  push(item: Item): void {
    const items = this.#items;
    items.push(item);
    for (let at = items.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.#swapped(at, parent)) break;
      at = parent;
    }
  }

  pop(): Item | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (first === undefined || last === undefined || items.length === 0) return first;
    items[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const child = this.#before(left + 1, left) ? left + 1 : left;
      if (!this.#swapped(child, at)) return first;
      at = child;
    }
  }

  #swapped(lower: number, upper: number): boolean {
    const items = this.#items;
    const [one, other] = [items[lower], items[upper]];
    if (one === undefined || other === undefined || !this.#precedes(one, other)) return false;
    items[lower] = other;
    items[upper] = one;
    return true;
  }

  #before(one: number, other: number): boolean {
    const [first, second] = [this.#items[one], this.#items[other]];
    return first !== undefined && second !== undefined && this.#precedes(first, second);
  }
}
