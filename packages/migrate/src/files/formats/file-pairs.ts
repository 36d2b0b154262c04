import { MigrationProblem } from '../../contract/problem.ts';
import { isSql, type LayoutReader, type MigrationFiles, withoutExtension } from '../layout.ts';
import { byVersion, plainNumber } from '../version-order.ts';
import { sameVersion, withoutUp } from './folder-problems.ts';

/** `1_users.up.sql` and `1_users.down.sql`, as golang-migrate and node-pg-migrate write them. */
export const filePairs: LayoutReader = ({ shown, names }) => {
  const files = names.filter((name) => !name.includes('/') && isSql(name));
  const parts = files.map((name) => ({ name, ...partsOf(name) }));
  if (parts.every(({ direction }) => direction === null)) return null;
  const hasUps = parts.some(({ direction }) => direction === 'up');
  const ups = parts.filter(({ direction }) => direction === 'up' || (direction === null && !hasUps));
  const downs = new Map(
    parts.flatMap(({ name, version, direction }) => (direction === 'down' ? [[version, name]] : [])),
  );
  for (const { name, version, direction } of parts) {
    if (direction === null && hasUps) throw neither(shown, name);
    if (direction === 'down' && !ups.some((up) => up.version === version)) throw withoutUp(shown, name);
  }
  const migrations = ups
    .sort((one, other) => byVersion(one.version, other.version))
    .map(({ name, version }): MigrationFiles => {
      return { version, up: name, down: downs.get(version) ?? null, mode: 'transaction', repeatable: false };
    });
  refuseSameNumber(shown, migrations);
  return { format: 'golang-migrate', migrations };
};

function partsOf(name: string): { readonly version: string; readonly direction: 'up' | 'down' | null } {
  const [, version, direction] = /^(.+)\.(up|down)\.sql$/i.exec(name) ?? [];
  if (version === undefined) return { version: withoutExtension(name), direction: null };
  return { version, direction: direction?.toLowerCase() === 'up' ? 'up' : 'down' };
}

/** Tools that know migrations by their number refuse two of the same. */
function refuseSameNumber(shown: string, migrations: readonly MigrationFiles[]): void {
  const seen = new Map<string, string>();
  for (const { up } of migrations) {
    const [, digits] = /^(\d+)/.exec(up) ?? [];
    const number = digits === undefined ? up : plainNumber(digits);
    const other = seen.get(number);
    if (other !== undefined) throw sameVersion(shown, digits ?? up, other, up);
    seen.set(number, up);
  }
}

function neither(shown: string, name: string): MigrationProblem {
  const stem = withoutExtension(name);
  return new MigrationProblem('FILE_INVALID', `${name} in ${shown} says neither .up.sql nor .down.sql.`, {
    hint: `Call it ${stem}.up.sql if it is a migration, or move it elsewhere.`,
  });
}
