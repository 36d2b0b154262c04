import type { Client } from 'pg';
import { Problem } from '../../contract/problem.ts';
import { connect } from '../connection/connect.ts';
import type { ConnectionSettings } from '../connection/connection-settings.ts';
import { connectionUrl } from '../connection/connection-url.ts';
import { describeConnection, describeServer } from '../connection/describe-connection.ts';
import { errorCode, isGone } from '../error-code.ts';
import type { PostgresServer } from '../server.ts';
import type { Lease } from '../shadow/lease.ts';
import { defaultTemplateLimits, type TemplateLimits } from '../shadow/shadow.ts';
import { type Admission, type ServerAccess, ShadowServer } from '../shadow-server.ts';
import { admitToUrl } from './url-guests.ts';

export interface UrlServerOptions {
  readonly limits?: TemplateLimits;
  readonly onWarning?: (warning: string) => void;
  readonly signal?: AbortSignal;
  /** For SQL that a stranger may have written: it is run by a role without rights, or not at all. */
  readonly guarded?: boolean;
  /** The major that the SQL is meant for. */
  readonly wantedMajor?: number | null;
}

/** Opens a server that runs elsewhere. Its shadow databases are made on it, for which its role needs CREATEDB. */
export async function openUrlServer(
  settings: ConnectionSettings,
  options: UrlServerOptions = {},
): Promise<PostgresServer> {
  return ShadowServer.open(new UrlAccess(settings, options));
}

class UrlAccess implements ServerAccess {
  readonly origin = 'url';
  readonly limits: TemplateLimits;
  readonly admit?: (lease: Lease) => Promise<Admission>;
  readonly #settings: ConnectionSettings;
  readonly #options: UrlServerOptions;

  constructor(settings: ConnectionSettings, options: UrlServerOptions) {
    this.#settings = settings;
    this.#options = options;
    this.limits = options.limits ?? defaultTemplateLimits;
    if (options.guarded)
      this.admit = (lease) =>
        admitToUrl(lease, { settings, where: settings.servers.map(describeServer).join(','), ...options });
  }

  connect(database: string = this.#settings.database): Promise<Client> {
    return connect({ ...this.#settings, database }, this.#options);
  }

  url(database: string = this.#settings.database): string {
    return connectionUrl(this.#settings, database);
  }

  /** We can't start somebody else's server, but it may have come back. */
  async recover(error: unknown): Promise<boolean> {
    return isGone(error);
  }

  explain(error: unknown): unknown {
    const where = describeConnection(this.#settings);
    if (errorCode(error) === '42501') {
      return new Problem('NO_PERMISSION', `The role may not make databases on ${where}.`, {
        hint: `Give it the right: ALTER ROLE ${this.#settings.user} CREATEDB; or use the embedded server.`,
        cause: error,
      });
    }
    if (error instanceof Problem || !isGone(error)) return error;
    return new Problem('SERVER_LOST', `The connection to ${where} was lost.`, {
      hint: 'See whether the server still runs, and try again.',
      cause: error,
    });
  }

  async release(): Promise<void> {}
}
