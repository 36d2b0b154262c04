import type { Client } from 'pg';
import type { Finding } from '../contract/finding.ts';
import { Problem } from '../contract/problem.ts';
import { isGone } from './error-code.ts';
import { type Broker, lendBroker } from './guard/broker.ts';
import { type GuestLimits, GuestWatch } from './guard/guest-watch.ts';
import type { PostgresServer, ServerVersion } from './server.ts';
import { dropDatabase } from './shadow/drop-database.ts';
import { type Lease, takeLease } from './shadow/lease.ts';
import type { ShadowDatabase, ShadowOptions, TemplateLimits } from './shadow/shadow.ts';
import { BuildFailure, type GuardedDatabases, makeShadow } from './shadow/shadow-databases.ts';

/** How a server is reached, and what can be done when it is lost. */
export interface ServerAccess {
  readonly origin: PostgresServer['origin'];
  readonly limits: TemplateLimits;
  /** Only where strangers' SQL may run in shadows: lets in somebody without rights, who works in them. */
  admit?(lease: Lease): Promise<Admission>;
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

/** Who works in shadows in place of the one who makes them. */
export interface Admission {
  /** The user of the sessions. */
  readonly user: string;
  readonly databases: GuardedDatabases;
  readonly broker: Broker;
  readonly limits?: GuestLimits | undefined;
  /** What isn't as it would be on an embedded server. */
  readonly notes?: readonly Finding[];
  connect(database: string): Promise<Client>;
  url(database: string): string;
  dismiss(): Promise<void>;
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

  get notes(): readonly Finding[] {
    return this.#lease.admission?.notes ?? [];
  }

  connect(database?: string): Promise<Client> {
    return this.#access.connect(database);
  }

  url(database?: string): string {
    return this.#access.url(database);
  }

  async createShadow(options: ShadowOptions = {}): Promise<ShadowDatabase> {
    const { limits } = this.#access;
    const connect = (database?: string): Promise<Client> => this.#access.connect(database);
    const [name, lease] = await this.#withLease(async (held) => {
      const { run, owner, version, admission } = held;
      const connectShadow = (database: string): Promise<Client> => this.#reach(database, held);
      const guarded = admission?.databases ?? null;
      return [
        await makeShadow({ run, owner, version, limits, guarded, connect, connectShadow }, options),
        held,
      ] as const;
    });
    this.#living.add(name);
    const drop = (): Promise<void> => this.#drop(name);
    return {
      name,
      url: (lease.admission ?? this.#access).url(name),
      connect: () => this.#connectShadow(name, lease),
      drop,
      [Symbol.asyncDispose]: drop,
    };
  }

  async close(): Promise<void> {
    for (const name of this.#living) await this.#drop(name);
    const { admission } = this.#lease;
    if (admission !== null && isOpen(this.#lease)) await this.#using(this.#lease, () => admission.dismiss());
    this.#lease.client.ref();
    await this.#lease.client.end().catch(() => undefined);
    await this.#access.release();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** A session in a shadow: a guest's, where there is one. */
  async #reach(database: string, { admission, watch }: OpenLease): Promise<Client> {
    if (admission === null) return this.#access.connect(database);
    const client = await admission.connect(database);
    watch?.add(client);
    lendBroker(client, admission.broker);
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
  readonly admission: Admission | null;
  readonly watch: GuestWatch | null;
}

const ended = new WeakSet<OpenLease>();

function isOpen(lease: OpenLease): boolean {
  return !ended.has(lease);
}

async function openLease(access: ServerAccess): Promise<OpenLease> {
  const taken = await takeLease(await access.connect());
  const admission = await admit(access, taken);
  const watch = admission === null ? null : new GuestWatch(taken.run, admission.user, admission.limits);
  const lease: OpenLease = { ...taken, admission, watch };
  lease.client.unref();
  lease.client.once('end', () => ended.add(lease));
  return lease;
}

async function admit(access: ServerAccess, lease: Lease): Promise<Admission | null> {
  try {
    return (await access.admit?.(lease)) ?? null;
  } catch (error) {
    await lease.client.end();
    throw error;
  }
}
