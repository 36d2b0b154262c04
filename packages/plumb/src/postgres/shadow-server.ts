import type { Client } from 'pg';
import { Problem } from '../contract/problem.ts';
import { ownExtensionFolder } from './embedded/stand-in-files.ts';
import { isGone } from './error-code.ts';
import { lendBroker, superuserCall } from './guard/broker.ts';
import { admitGuest, allowGuestSettings, dismissGuest, type Guest, makeGuestRoles } from './guard/guest.ts';
import { type GuestLimits, GuestWatch } from './guard/guest-watch.ts';
import type { PostgresServer, ServerVersion } from './server.ts';
import { dropDatabase } from './shadow/drop-database.ts';
import { type Lease, takeLease } from './shadow/lease.ts';
import type { Run } from './shadow/run.ts';
import type { ShadowDatabase, ShadowOptions, TemplateLimits } from './shadow/shadow.ts';
import { BuildFailure, makeShadow } from './shadow/shadow-databases.ts';

/** How a server is reached, and what can be done when it is lost. */
export interface ServerAccess {
  readonly origin: PostgresServer['origin'];
  readonly limits: TemplateLimits;
  /** Only where sessions in shadows are to have no way to the machine. */
  readonly guard?: ServerGuard;
  connect(database?: string): Promise<Client>;
  url(database?: string): string;
  /**
   * Makes the server usable again after an error; false when the error has nothing to do with it. `again`: whether the same
   * went wrong before.
   */
  recover(error: unknown, again: boolean): Promise<boolean>;
  /** Tells an error of the server's as a person needs it. */
  explain(error: unknown): unknown;
  release(): Promise<void>;
}

/** How shadows are reached by guests. */
export interface ServerGuard {
  connect(guest: Guest, database: string): Promise<Client>;
  url(guest: Guest, database: string): string;
  /** What statements are signed with that run as superuser. */
  secret(): string;
  readonly limits?: GuestLimits;
}

/** All that embedded servers and servers by URL have in common. */
export class ShadowServer implements PostgresServer {
  readonly #access: ServerAccess;
  readonly #living = new Set<string>();
  #lease: OpenLease;
  #opening: Promise<OpenLease> | null = null;
  #users = 0;

  static async open(access: ServerAccess): Promise<ShadowServer> {
    return new ShadowServer(access, await openLease(access));
  }

  private constructor(access: ServerAccess, lease: OpenLease) {
    this.#access = access;
    this.#lease = lease;
  }

  get origin(): PostgresServer['origin'] {
    return this.#access.origin;
  }

  get version(): ServerVersion {
    return this.#lease.version;
  }

  connect(database?: string): Promise<Client> {
    return this.#access.connect(database);
  }

  url(database?: string): string {
    return this.#access.url(database);
  }

  async createShadow(options: ShadowOptions = {}): Promise<ShadowDatabase> {
    const { limits, guard } = this.#access;
    const connect = (database?: string): Promise<Client> => this.#access.connect(database);
    const [name, lease] = await this.#withLease(async (held) => {
      const { run, owner, version } = held;
      const connectShadow = (database: string): Promise<Client> => this.#reach(database, held);
      const secret = guard?.secret() ?? null;
      return [
        await makeShadow({ run, owner, version, limits, secret, connect, connectShadow }, options),
        held,
      ] as const;
    });
    this.#living.add(name);
    const drop = (): Promise<void> => this.#drop(name);
    return {
      name,
      url: lease.guest === null || guard === undefined ? this.#access.url(name) : guard.url(lease.guest, name),
      connect: () => this.#connectShadow(name, lease),
      drop,
      [Symbol.asyncDispose]: drop,
    };
  }

  async close(): Promise<void> {
    for (const name of this.#living) await this.#drop(name);
    const { guest, run } = this.#lease;
    if (guest !== null && isOpen(this.#lease)) await this.#using(this.#lease, () => dismissGuest(run, guest.name));
    this.#lease.client.ref();
    await this.#lease.client.end().catch(() => undefined);
    await this.#access.release();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** A session in a shadow: a guest's, where the server has a guard. */
  async #reach(database: string, { guest, run, extensionFolder, watch, version }: OpenLease): Promise<Client> {
    const { guard } = this.#access;
    if (guard === undefined || guest === null) return this.#access.connect(database);
    const client = await guard.connect(guest, database);
    watch?.add(client);
    lendBroker(client, {
      extensionFolder,
      makeRoles: (names) => makeGuestRoles(run, names),
      allowSettings: (names) => allowGuestSettings(run, names, version.major),
      asSuperuser: (statement) => superuserCall(guard.secret(), statement),
    });
    return client;
  }

  /** A server that was killed and started again may still have the database, but not for long: its owner's session ended. */
  async #connectShadow(name: string, lease: OpenLease): Promise<Client> {
    try {
      if (!isOpen(lease)) throw new Error('the server ended the session that owned it');
      return await this.#reach(name, lease);
    } catch (error) {
      throw new Problem('SERVER_LOST', `The shadow database ${name} can no longer be reached.`, {
        hint: 'It is lost when its server stops or is killed. Make a new one; the server starts by itself.',
        cause: error,
      });
    }
  }

  /** A database whose server is gone needs no dropping: whoever starts the server again sweeps it. */
  async #drop(name: string): Promise<void> {
    if (!this.#living.delete(name)) return;
    const lease = this.#lease;
    if (!isOpen(lease)) return;
    try {
      await this.#using(lease, () => dropDatabase(lease.run, name));
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  async #withLease<Result>(work: (lease: OpenLease) => Promise<Result>): Promise<Result> {
    for (let tries = 0; ; tries++) {
      const lease = await this.#hold();
      try {
        return await this.#using(lease, () => work(lease));
      } catch (error) {
        if (error instanceof BuildFailure) throw error.cause;
        const again = tries > 0;
        if (tries === 2 || !(await this.#access.recover(error, again))) throw this.#access.explain(error);
        if (again || isGone(error)) ended.add(lease);
      }
    }
  }

  /** Our lease, or a new one where its server went away. */
  async #hold(): Promise<OpenLease> {
    if (isOpen(this.#lease)) return this.#lease;
    this.#opening ??= openLease(this.#access).finally(() => {
      this.#opening = null;
    });
    this.#lease = await this.#opening;
    return this.#lease;
  }

  /** The lease alone keeps no process alive, its use does. */
  async #using<Result>(lease: OpenLease, work: () => Promise<Result>): Promise<Result> {
    if (this.#users++ === 0) lease.client.ref();
    try {
      return await work();
    } finally {
      if (--this.#users === 0) lease.client.unref();
    }
  }
}

interface OpenLease extends Lease {
  readonly guest: Guest | null;
  readonly watch: GuestWatch | null;
  /** Where the server finds extensions, if they can be put there. Guests aren't told. */
  readonly extensionFolder: string | null;
}

const ended = new WeakSet<OpenLease>();

function isOpen(lease: OpenLease): boolean {
  return !ended.has(lease);
}

async function openLease(access: ServerAccess): Promise<OpenLease> {
  const taken = await takeLease(await access.connect());
  const guarded = access.guard !== undefined;
  const guest = guarded ? await admitGuest(taken.run, taken.owner) : null;
  const extensionFolder = guarded ? await extensionFolderOf(taken.run) : null;
  const watch = guest === null ? null : new GuestWatch(taken.run, guest.name, access.guard?.limits);
  const lease: OpenLease = { ...taken, guest, watch, extensionFolder };
  lease.client.unref();
  lease.client.once('end', () => ended.add(lease));
  return lease;
}

async function extensionFolderOf(run: Run): Promise<string | null> {
  const { rows } = await run<{ share: string }>(`SELECT setting AS share FROM pg_config WHERE name = 'SHAREDIR'`);
  return rows[0] === undefined ? null : ownExtensionFolder(rows[0].share);
}
