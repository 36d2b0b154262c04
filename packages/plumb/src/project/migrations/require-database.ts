import { Problem } from '../../contract/problem.ts';
import { dataClusterStatus } from '../../postgres/embedded/data-cluster.ts';
import type { Settings } from '../settings/settings.ts';

/** Refuses what only makes sense in a database that is there: the project's own needn't be made to find nothing in it. */
export function requireDatabase(settings: Settings, so: string): void {
  if (!hasNoDatabase(settings)) return;
  throw new Problem('SERVER_NOT_RUNNING', `The project has no database of its own yet, so ${so}.`, {
    hint: 'Name another with --url, or make one with `plumb up`.',
  });
}

export function hasNoDatabase({ target, root }: Settings): boolean {
  return target.kind === 'data-cluster' && !dataClusterStatus(root).made;
}
