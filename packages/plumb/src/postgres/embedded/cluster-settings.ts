import type { Cluster } from './cluster.ts';

type Settings = Readonly<Record<string, string | number>>;

const common: Settings = { timezone: 'UTC', log_timezone: 'UTC', max_locks_per_transaction: 256 };

const undurable: Settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_logical_replication_workers: 0,
  autovacuum: 'off',
  // each database that is made or dropped asks for a checkpoint anyway
  checkpoint_timeout: '1d',
  max_connections: 300,
  shared_buffers: '64MB',
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
};

/** What a stranger's SQL can't change, since only a superuser may. */
function guards({ kind, major }: Cluster): Settings {
  if (kind !== 'guarded') return {};
  return {
    temp_file_limit: '2GB',
    max_wal_size: '512MB',
    // in the script of an extension, an event trigger would run as superuser
    ...(major >= 17 ? { event_triggers: 'off' } : {}),
    // a session whose client is gone would work on for ever
    ...(process.platform === 'linux' ? { client_connection_check_interval: '2s' } : {}),
  };
}

/** Settings that a new cluster begins with. A data cluster's owner may change them in its postgresql.conf. */
export function firstSettings(cluster: Cluster): string {
  return cluster.kind === 'data' ? toLines(common) : '';
}

export interface Listening {
  readonly port: number;
  /** Null: loopback only. */
  readonly socketFolder: string | null;
  readonly loopback: boolean;
}

/** Settings that are written anew before every start, over all others. */
export function startSettings(cluster: Cluster, listening: Listening): string {
  const { port, socketFolder, loopback } = listening;
  return toLines({
    ...(cluster.kind === 'data' ? {} : { ...common, ...undurable }),
    // three processes less, for files that are in the system's cache anyway
    ...(cluster.kind !== 'data' && cluster.major >= 18 ? { io_method: 'sync' } : {}),
    // one migration's ALTER SYSTEM would reach everyone's shadows
    ...(isShared(cluster) && cluster.major >= 17 ? { allow_alter_system: 'off' } : {}),
    ...guards(cluster),
    port,
    listen_addresses: loopback ? '127.0.0.1' : '',
    unix_socket_directories: socketFolder === null ? '' : `"${socketFolder}"`,
    unix_socket_permissions: '0700',
  });
}

function isShared({ kind }: Cluster): boolean {
  return kind === 'shadow' || kind === 'guarded';
}

function toLines(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${String(value).replaceAll('\\', '\\\\').replaceAll("'", "''")}'\n`)
    .join('');
}
