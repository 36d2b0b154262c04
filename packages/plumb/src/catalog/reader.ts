import type { Client } from 'pg';
import { type Address, AddressMap } from './address-map.ts';
import type { CatalogObject } from './catalog-object.ts';

/** What kinds read with, and what they have read. Names come qualified: the session's `search_path` is empty. */
export class Reader {
  readonly major: number;
  /** The role that runs this database's SQL; what belongs to it has no owner of its own in the catalogue. */
  readonly loader: string;
  readonly objects = new Map<string, CatalogObject>();
  /** Needs that `pg_depend` doesn't hold. */
  readonly extraNeeds: (readonly [dependent: string, needed: string])[] = [];
  /** Orders that are asked for, never forced. */
  readonly extraHints: (readonly [dependent: string, needed: string])[] = [];
  /** Texts in which names of other objects may stand, by the id of the object they belong to. */
  readonly bodies = new Map<string, string>();
  /** What a name in such a text may mean. */
  readonly names = new Map<string, string[]>();
  /** The same for parts, by the id of what they are parts of. */
  readonly partNames = new Map<string, Map<string, string>>();
  /** What is there and can't be read, by what it is. */
  readonly unread: { readonly type: string; readonly identity: string }[] = [];
  readonly #client: Client;
  readonly #phrase: (object: CatalogObject) => string;
  /** The object that those need who need what is at an address. */
  readonly #addresses = new AddressMap<string>();
  readonly #standing = new AddressMap<string>();
  /** Of which object that was read before something is a part that is read later. */
  readonly #claims = new AddressMap<string>();
  /** Which extension made what stands at an address. */
  readonly #members: AddressMap<string>;
  /** The extensions of objects, by the ids that these would have. */
  readonly #membersById = new Map<string, string>();

  constructor(
    client: Client,
    about: {
      readonly major: number;
      readonly loader: string;
      readonly members: AddressMap<string>;
      readonly phrase: (object: CatalogObject) => string;
    },
  ) {
    this.#client = client;
    this.major = about.major;
    this.loader = about.loader;
    this.#members = about.members;
    this.#phrase = about.phrase;
  }

  /** Rows as records. `Row` says what the query beside it selects. */
  async rows<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const { rows } = await this.#client.query<Row>(sql, [...values]);
    return rows;
  }

  /**
   * Rows of a query that gathers each of its columns into one JSON list, which takes a fraction of the time where there
   * are tens of thousands.
   */
  async gathered<Row extends object>(sql: string): Promise<readonly Row[]> {
    const { rows, fields } = await this.#client.query({ text: sql, rowMode: 'array' });
    const lists = fields.map((_, at) => rows[0]?.[at] ?? []);
    // Copies of one record are all of one shape.
    const empty = Object.fromEntries(fields.map(({ name }): [string, unknown] => [name, null]));
    const found = lists[0]?.map(() => ({ ...empty }));
    for (const [at, { name }] of fields.entries()) {
      lists[at].forEach((value: unknown, row: number) => {
        found[row][name] = value;
      });
    }
    return found;
  }

  /**
   * Adds an object, and says where PostgreSQL keeps it. What an extension made, and what hangs on that, is left out:
   * to need it is to need the extension.
   */
  add(object: CatalogObject, ...addresses: readonly Address[]): void {
    const extension = this.#extensionOf(object, addresses);
    if (extension === undefined) this.objects.set(object.id, object);
    else this.#membersById.set(object.id, extension);
    for (const address of addresses) this.alias(address, extension ?? object.id);
  }

  /** Says that what is kept at an address belongs to an object: a constraint's clone on a partition, for example. */
  alias(address: Address, id: string): void {
    this.#addresses.set(address, id);
  }

  /**
   * Says what stands at an address, where those who need what is there lead to another object: a partition's column
   * with a comment of its own is an object, yet what uses it depends on the column of the partitioned table.
   */
  stands(address: Address, id: string): void {
    this.#standing.set(address, id);
  }

  /**
   * Says that what is read later at an address is part of an object, and comes before the object's other parts even if
   * it seems to need them: the functions that a type is made of, of a type that is only a shell until then.
   */
  claim(address: Address, id: string): void {
    this.#claims.set(address, id);
  }

  claimed({ catalog, oid }: Address): string | null {
    return this.#claims.get(catalog, oid) ?? null;
  }

  /** The object at an address that was read before. */
  at({ catalog, oid, column }: Address): string | undefined {
    return this.#standing.get(catalog, oid, column) ?? this.#addresses.get(catalog, oid, column);
  }

  /** The object that those need who need what is at an address. */
  neededAt(catalog: string, oid: number, column?: number): string | undefined {
    return this.#addresses.get(catalog, oid, column);
  }

  /** How COMMENT ON and the like name an object that was read before: `TABLE public.users`. */
  phraseOf(id: string): string | undefined {
    const object = this.objects.get(id);
    return object && this.#phrase(object);
  }

  need(dependent: string, needed: string): void {
    this.extraNeeds.push([dependent, needed]);
  }

  /** Says which order would be better, where nothing else stands in the way. */
  hint(dependent: string, needed: string): void {
    this.extraHints.push([dependent, needed]);
  }

  /** Says that the session's role may not read something. */
  leave(type: string, identity: string): void {
    this.unread.push({ type, identity });
  }

  /** Says by which name a part of an object may stand in a body that names the object, too. */
  partName(name: string, id: string, whole: string): void {
    const known = this.partNames.get(whole);
    if (known === undefined) this.partNames.set(whole, new Map([[name, id]]));
    else known.set(name, id);
  }

  /** Says by which name an object may stand in a body. */
  name(name: string, id: string): void {
    const known = this.names.get(name);
    if (known === undefined) this.names.set(name, [id]);
    else known.push(id);
  }

  #extensionOf(object: CatalogObject, addresses: readonly Address[]): string | undefined {
    for (const { catalog, oid, column } of addresses) {
      const extension = this.#members.get(catalog, oid, column);
      if (extension !== undefined) return extension;
    }
    return object.parent === null ? undefined : this.#membersById.get(object.parent);
  }
}
