import { join } from 'node:path';

/**
 * What a cluster is for: `data` keeps what it is given; `shadow` is shared and may lose everything; `guarded` is a shadow
 * for SQL of strangers; `private` is a shadow for one piece of work that touches what belongs to the whole cluster.
 */
export type ClusterKind = 'data' | 'shadow' | 'guarded' | 'private';

/** Where a cluster lives. Its folder belongs to the server's user. */
export interface Cluster {
  readonly kind: ClusterKind;
  readonly major: number;
  /** The folder that is removed with a private cluster. */
  readonly home: string;
  readonly folder: string;
  readonly data: string;
  readonly password: string;
  readonly log: string;
  /** Where the keeper of a shadow says that it is there. */
  readonly keeper: string;
  /** The folder and name of the lock under which the server is made, started and stopped. */
  readonly lock: { readonly folder: string; readonly name: string };
}

/** @param path the cluster's folder below its home, such as `shadow/18` */
export function clusterAt(kind: ClusterKind, major: number, home: string, path: string): Cluster {
  const folder = join(home, ...path.split('/'));
  return {
    kind,
    major,
    home,
    folder,
    data: join(folder, 'data'),
    password: join(folder, 'password'),
    log: join(folder, 'server.log'),
    keeper: join(folder, 'keeper.pid'),
    lock: { folder: join(home, 'locks'), name: path.replaceAll('/', '-') },
  };
}
