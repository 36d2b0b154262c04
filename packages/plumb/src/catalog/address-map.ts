/** Where PostgreSQL keeps an object: a row of a system catalogue, and a column's number. */
export interface Address {
  /** `pg_class` */
  readonly catalog: string;
  readonly oid: number;
  readonly column?: number;
}

/** What stands where: in a row of a system catalogue, or in a column of one of `pg_class`. */
export class AddressMap<Value> {
  /** Numbers are found several times as fast as texts, and there are tens of thousands. */
  readonly #places = new Map<string, Map<number, Value>>();

  get(catalog: string, oid: number, column?: number): Value | undefined {
    return this.#places.get(catalog)?.get(placeOf(oid, column));
  }

  set({ catalog, oid, column }: Address, value: Value): void {
    const places = this.#places.get(catalog);
    if (places === undefined) this.#places.set(catalog, new Map([[placeOf(oid, column), value]]));
    else places.set(placeOf(oid, column), value);
  }
}

/** An oid and a column's number as one number: no relation has 2,048 columns. */
export function placeOf(oid: number, column = 0): number {
  return oid * 2048 + column;
}
