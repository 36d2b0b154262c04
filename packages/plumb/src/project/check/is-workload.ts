import { relative, resolve, sep } from 'node:path';
import type { Settings } from '../settings/settings.ts';
import { isCode } from './is-code.ts';

/** Whether a file can hold queries of the application: code, and SQL that stands where projects keep their queries. */
export function isWorkload({ root, migrations, schema, seeds }: Settings, path: string): boolean {
  if ([migrations, schema, seeds].some((folder) => isIn(folder, path))) return false;
  return isCode(path) || isQueries(root, path);
}

/** `db/queries/orders.sql` */
function isQueries(root: string, path: string): boolean {
  const folders = relative(root, path).split(sep).slice(0, -1);
  return /\.sql$/i.test(path) && folders.some((folder) => /^quer(y|ies)$/i.test(folder));
}

function isIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(resolve(folder) + sep);
}
