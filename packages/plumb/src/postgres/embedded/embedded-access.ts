import { rmSync } from 'node:fs';
import type { Client } from 'pg';
import { Problem } from '../../contract/problem.ts';
import { errorCode, isGone } from '../error-code.ts';
import { signingSecret, superuserCall } from '../guard/broker.ts';
import { guardFunctions } from '../guard/guard-functions.ts';
import { admitGuest, allowGuestSettings, dismissGuest, makeGuestRoles } from '../guard/guest.ts';
import type { GuestLimits } from '../guard/guest-watch.ts';
import type { Lease } from '../shadow/lease.ts';
import type { Run } from '../shadow/run.ts';
import type { TemplateLimits } from '../shadow/shadow.ts';
import type { Admission, ServerAccess } from '../shadow-server.ts';
import type { Cluster } from './cluster.ts';
import { superuser } from './cluster-files.ts';
import { connectEmbedded, maintenanceDatabase, type ServerAddress, urlOf } from './connect.ts';
import { type EnsureOptions, ensureServer, isDamage, replaceServer } from './ensure-server.ts';
import { withFileLock } from './file-lock.ts';
import { diskFull } from './file-problem.ts';
import { findPostmaster } from './postmaster.ts';
import { stopServer } from './server-process.ts';
import { ownExtensionFolder } from './stand-in-files.ts';

/** A way to an embedded cluster that starts its server when it doesn't run, and replaces it when it is damaged. */
export class EmbeddedAccess implements ServerAccess {
  readonly origin = 'embedded';
  readonly limits: TemplateLimits;
  readonly #cluster: Cluster;
  readonly #ensure: EnsureOptions;
  readonly admit?: (lease: Lease) => Promise<Admission>;
  #address: ServerAddress | null = null;

  constructor(cluster: Cluster, ensure: EnsureOptions, limits: TemplateLimits, guestLimits?: GuestLimits) {
    this.#cluster = cluster;
    this.#ensure = ensure;
    this.limits = limits;
    if (cluster.kind === 'guarded') this.admit = (lease) => this.#admit(lease, guestLimits);
  }

  async #admit({ run, owner, version }: Lease, limits: GuestLimits | undefined): Promise<Admission> {
    const guest = await admitGuest(run, owner);
    const asGuest = (): ServerAddress => ({
      ...this.#reached(),
      user: guest.name,
      password: guest.password,
      role: superuser,
    });
    const secret = signingSecret(this.#reached().password);
    return {
      user: guest.name,
      databases: {
        owner: superuser,
        functions: guardFunctions(secret, version.major),
        key: guardFunctions('', version.major),
      },
      broker: {
        host: superuser,
        extensionFolder: await extensionFolderOf(run),
        makeRoles: (names) => makeGuestRoles(run, names),
        foreignRoles: async () => [],
        allowSettings: (names) => allowGuestSettings(run, names, version.major),
        asSuperuser: (statement) => superuserCall(secret, statement),
        lentExtensions: new Set(),
      },
      limits,
      connect: (database) =>
        connectEmbedded(asGuest(), database).catch((error: unknown) => {
          throw this.explain(error);
        }),
      url: (database) => urlOf(asGuest(), database),
      dismiss: () => dismissGuest(run, guest.name),
    };
  }

  #reached(): ServerAddress {
    if (this.#address === null) throw new Error('the server was never connected to');
    return this.#address;
  }

  async connect(database?: string): Promise<Client> {
    try {
      // a database of one's own is lost with its server, so only the way to the server itself is worth starting it for
      return database === undefined || this.#address === null
        ? await this.#reach()
        : await connectEmbedded(this.#address, database);
    } catch (error) {
      throw this.explain(error);
    }
  }

  async #reach(): Promise<Client> {
    for (let tries = 0; ; tries++) {
      this.#address = await ensureServer(this.#cluster, this.#ensure);
      try {
        return await connectEmbedded(this.#address);
      } catch (error) {
        if (tries === 2 || !(await this.recover(error, tries > 0))) throw error;
      }
    }
  }

  url(database: string = maintenanceDatabase): string {
    return urlOf(this.#reached(), database);
  }

  /** What sounds like damage once may be one file that one database lacks: others who use the server keep it. */
  async recover(error: unknown, again: boolean): Promise<boolean> {
    const damaged = isDamage(error);
    if (!damaged && !isGone(error)) return false;
    const running = findPostmaster(this.#cluster) !== null;
    if (this.#cluster.kind === 'private' && this.#address !== null && !running) return false;
    if (running && damaged && again && this.#address !== null) {
      this.#address = await replaceServer(this.#cluster, this.#address, this.#ensure);
    }
    return true;
  }

  explain(error: unknown): unknown {
    if (error instanceof Problem) return error;
    const code = errorCode(error);
    if (code === '53100') return diskFull(this.#cluster.folder, { cause: error });
    if (code === '53300') {
      return new Problem('TOO_MANY_CONNECTIONS', 'The embedded server has as many connections as it takes.', {
        hint: 'Close connections that are not needed; `plumb shadow status` lists the databases in use.',
        cause: error,
      });
    }
    if (isGone(error)) {
      return new Problem('SERVER_LOST', 'The embedded PostgreSQL stopped or was killed while it was in use.', {
        hint: 'Run the command again: the server starts by itself.',
        cause: error,
      });
    }
    return error;
  }

  async release(): Promise<void> {
    const cluster = this.#cluster;
    if (cluster.kind !== 'private') return;
    await withFileLock(cluster.lock.folder, cluster.lock.name, async () => {
      await stopServer(cluster, await this.#ensure.binaries());
      rmSync(cluster.home, { recursive: true, force: true });
    });
  }
}

async function extensionFolderOf(run: Run): Promise<string | null> {
  const { rows } = await run<{ share: string }>(`SELECT setting AS share FROM pg_config WHERE name = 'SHAREDIR'`);
  return rows[0] === undefined ? null : ownExtensionFolder(rows[0].share);
}
