import type { Client } from 'pg';
import type { CatalogObject } from './catalog-object.ts';

/** Where PostgreSQL keeps an object: a row of a system catalogue, and a column's number. */
export interface Address {
  /** `pg_class` */
  readonly catalog: string;
  readonly oid: number;
  readonly column?: number;
}

/** What kinds read with, and what they have read. Names come qualified: the session's `search_path` is empty. */
export class Reader {
  readonly major: number;
  /** The role that runs this database's SQL; what belongs to it has no owner of its own in the catalogue. */
  readonly loader: string;
  readonly objects = new Map<string, CatalogObject>();
  /** Which object stands at an address, by its key. */
  readonly addresses = new Map<string, string>();
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
  /** Which extension made what stands at an address. */
  readonly #members: ReadonlyMap<string, string>;
  readonly #standing = new Map<string, string>();
  /** Objects of extensions, by the ids that they would have. */
  /** Of which object that was read before something is a part that is read later. */
  readonly #claims = new Map<string, string>();
  readonly #membersById = new Map<string, string>();

  constructor(
    client: Client,
    about: {
      readonly major: number;
      readonly loader: string;
      readonly members: ReadonlyMap<string, string>;
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

  /** Rows as arrays of text, for what there are tens of thousands of. */
  async lean(sql: string): Promise<readonly (readonly (string | null)[])[]> {
    const { rows } = await this.#client.query<(string | null)[]>({ text: sql, rowMode: 'array', types: asText });
    return rows;
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
    this.addresses.set(addressKey(address), id);
  }

  /**
   * Says what stands at an address, where those who need what is there lead to another object: a partition's column
   * with a comment of its own is an object, yet what uses it depends on the column of the partitioned table.
   */
  stands(address: Address, id: string): void {
    this.#standing.set(addressKey(address), id);
  }

  /**
   * Says that what is read later at an address is part of an object, and comes before the object's other parts even if
   * it seems to need them: the functions that a type is made of, of a type that is only a shell until then.
   */
  claim(address: Address, id: string): void {
    this.#claims.set(addressKey(address), id);
  }

  claimed(address: Address): string | null {
    return this.claimedKey(addressKey(address));
  }

  claimedKey(key: string): string | null {
    return this.#claims.get(key) ?? null;
  }

  /** The object at an address that was read before. */
  at(address: Address): string | undefined {
    const key = addressKey(address);
    return this.#standing.get(key) ?? this.addresses.get(key);
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
    for (const address of addresses) {
      const extension = this.#members.get(addressKey(address));
      if (extension !== undefined) return extension;
    }
    return object.parent === null ? undefined : this.#membersById.get(object.parent);
  }
}

const asText = { getTypeParser: () => (value: string) => value };

export function addressKey({ catalog, oid, column }: Address): string {
  return column ? `${catalog} ${oid} ${column}` : `${catalog} ${oid}`;
}
