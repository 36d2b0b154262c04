import type { Client } from 'pg';
import { isGone } from '../../postgres/error-code.ts';
import { firstUserOid } from '../system-catalogs.ts';
import { beyond, type WatchedCatalog, watchedCatalogs } from './watched-catalogs.ts';

/** A row of a system catalogue as text; null where nobody knows what it said. */
export type RowText = string | null;

/** Rows that went and came between two looks, by catalogue and version. */
export interface RowChanges {
  readonly gone: ReadonlyMap<string, RowText>;
  readonly come: ReadonlyMap<string, RowText>;
}

/** What was there when it was last looked: rows by where they lie; those that nobody sees don't count. */
type Known = Map<string, { readonly version: string; readonly text: RowText; readonly isSeen: boolean }>;

/**
 * Follows the rows of the system catalogues from one moment to the next, so that only those are read that were written
 * meanwhile: a row that is changed is another version of it, by another transaction. Works in a session of its own, which
 * nobody else's statements have touched.
 */
export class RowVersions {
  readonly #connect: () => Promise<Client>;
  #client: Client;
  readonly #catalogs: readonly WatchedCatalog[];
  /** Only superusers can change what came with PostgreSQL. */
  readonly #all: boolean;
  readonly #known = new Map<string, Known>();
  readonly #looks: RowChanges[] = [];
  /** The transaction that had not begun when it was last looked. */
  #since: string | null = null;

  static async open(connect: () => Promise<Client>): Promise<RowVersions> {
    const client = await onlooker(connect);
    const { rows } = await client.query<{ major: number; superuser: boolean }>(`
      select pg_catalog.current_setting('server_version_num')::int / 10000 as major,
        pg_catalog.current_setting('is_superuser')::bool as superuser
    `);
    return new RowVersions(connect, client, watchedCatalogs(rows[0]?.major ?? 0), rows[0]?.superuser ?? true);
  }

  private constructor(
    connect: () => Promise<Client>,
    client: Client,
    catalogs: readonly WatchedCatalog[],
    all: boolean,
  ) {
    this.#connect = connect;
    this.#client = client;
    this.#catalogs = catalogs;
    this.#all = all;
  }

  close(): Promise<void> {
    return this.#client.end().catch(() => {});
  }

  /** Takes note of the state that there is now, and gives it a number. */
  async look(): Promise<number> {
    const [gone, come] = [new Map<string, RowText>(), new Map<string, RowText>()];
    const written = await this.#written().catch(async (error: unknown) => {
      // SQL that ends other sessions ends this one, too
      if (!isGone(error)) throw error;
      this.#client = await onlooker(this.#connect);
      return this.#written();
    });
    const places = await this.#places(written);
    for (const { catalog, found } of written.rows) {
      const known = this.#knownOf(catalog);
      const left = places.get(catalog);
      const replaced = found?.map(([place]) => place) ?? [];
      const lost = left === undefined ? replaced : [...known.keys()].filter((place) => !left.has(place));
      for (const place of lost) {
        const row = known.get(place);
        known.delete(place);
        if (row?.isSeen === true) gone.set(`${catalog} ${row.version} ${place}`, row.text);
      }
      for (const [place, version, isSeen, text] of found ?? []) {
        known.set(place, { version, text, isSeen });
        if (isSeen) come.set(`${catalog} ${version} ${place}`, text);
      }
    }
    this.#since = written.next;
    this.#looks.push({ gone, come });
    return this.#looks.length - 1;
  }

  /** What became of the rows of one state until another. */
  between(one: number, other: number): RowChanges {
    const [gone, come] = [new Map<string, RowText>(), new Map<string, RowText>()];
    for (const look of this.#looks.slice(one + 1, other + 1)) {
      for (const [row, text] of look.gone) if (!come.delete(row)) gone.set(row, text);
      for (const [row, text] of look.come) come.set(row, text);
    }
    return { gone, come };
  }

  async #written(): Promise<{ readonly rows: readonly Written[]; readonly next: string }> {
    const since = this.#since;
    const parts = this.#catalogs.map((catalog) => this.#writtenIn(catalog));
    const text = `${parts.join(' union all ')} union all ${aboutBeyond}`;
    const { rows } = await this.#client.query<Written>(
      since === null ? text : { name: 'plumb_written', text, values: [since] },
    );
    const about = rows.at(-1);
    if (about === undefined) throw new Error('the server tells nothing of its catalogues');
    return { rows, next: about.next ?? '' };
  }

  /** Of rows that came with PostgreSQL only those that were written since are put into words. */
  #writtenIn({ name, of, without, instead, unseen = 'false' }: WatchedCatalog): string {
    const changed = Object.entries(instead).map(([column, sql]) => `'${column}', ${sql}`);
    const text = `((pg_catalog.to_jsonb(t) - '{${[...without, ...Object.keys(instead)].join()}}'::text[])
      || pg_catalog.jsonb_build_object(${changed.join(', ')}))::text`;
    const isTold = this.#since === null ? isOfUser(of) : 'true';
    return `
      select '${name}' as catalog, count(*)::int as total,
        json_agg(json_build_array(
          t.ctid, t.xmin::text, not (${unseen}), case when ${isTold} and not (${unseen}) then ${text} end
        )) filter (where ${this.#isNew()}) as found,
        null as next
      from pg_catalog.${name} as t
      where ${this.#isWatched(of)}
    `;
  }

  /** Where rows lie that were there when it was last looked, in catalogues of which some are gone. */
  async #places({ rows }: { readonly rows: readonly Written[] }): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const parts = rows.flatMap(({ catalog, total, found }) => {
      const known = this.#knownOf(catalog);
      const kept = total - (found?.length ?? 0);
      const replaced = found?.filter(([place]) => known.has(place)).length ?? 0;
      const watched = this.#catalogs.find(({ name }) => name === catalog);
      if (watched === undefined || known.size - replaced === kept) return [];
      return [
        `select '${catalog}' as catalog, json_agg(t.ctid) as places from pg_catalog.${catalog} as t
        where not ${this.#isNew()} and ${this.#isWatched(watched.of)}`,
      ];
    });
    if (parts.length === 0) return new Map();
    const { rows: left } = await this.#client.query<{ catalog: string; places: readonly string[] | null }>(
      parts.join(' union all '),
      [this.#since],
    );
    return new Map(left.map(({ catalog, places }) => [catalog, new Set(places)]));
  }

  #knownOf(catalog: string): Known {
    const known: Known = this.#known.get(catalog) ?? new Map();
    this.#known.set(catalog, known);
    return known;
  }

  /** Whether a row was written by a transaction that had not begun when it was last looked. */
  #isNew(): string {
    return this.#since === null ? 'true' : 'pg_catalog.age(t.xmin) <= pg_catalog.age($1::pg_catalog.xid)';
  }

  #isWatched(of: string): string {
    return this.#all ? 'true' : isOfUser(of);
  }
}

async function onlooker(connect: () => Promise<Client>): Promise<Client> {
  const client = await connect();
  await client.query("set search_path = ''; set jit = off; set plan_cache_mode = force_generic_plan");
  return client;
}

interface Written {
  readonly catalog: string;
  /** How many rows there are. */
  readonly total: number;
  readonly found: readonly (readonly [place: string, version: string, isSeen: boolean, text: RowText])[] | null;
  readonly next: string | null;
}

/** The schema `public` came with PostgreSQL, yet it is the user's. */
function isOfUser(column: string): string {
  return `(t.${column}::pg_catalog.oid >= ${firstUserOid} or t.${column}::pg_catalog.oid = 2200)`;
}

/** One row, which is always written anew. */
const aboutBeyond = `
  select 'beyond', 1, json_build_array(json_build_array('', pg_catalog.md5(text), true, text)),
    pg_catalog.xid(pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot()))::text
  from (${beyond}) as b
`;
