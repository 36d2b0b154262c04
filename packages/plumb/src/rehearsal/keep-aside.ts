import type { Catalog } from '../catalog/catalog-object.ts';
import { identifier, objectId, qualified } from '../catalog/identifier.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import type { Statement } from '../catalog/statement.ts';
import { kindOf } from '../plan/decisions.ts';
import { asidePath, droppedWithRows, inTheWayOf, isAside, keptWith, loosening, withKept } from '../plan/kept.ts';
import type { Path } from '../plan/renames.ts';
import { shadowRunner } from '../sources/stand-ins/shadow-runner.ts';
import type { Renamed } from './rename-on-shadow.ts';
import type { Scratch } from './shadow-of.ts';

export interface KeepRequest {
  readonly renamed: Pick<Renamed, 'catalog' | 'up' | 'down' | 'renames'>;
  readonly to: Catalog;
  /** For the names of what is kept: `20260131`. */
  readonly day: string;
  readonly shadow: () => Promise<Scratch>;
}

export interface KeptAside extends Pick<Renamed, 'catalog' | 'up' | 'down' | 'renames'> {
  /** The schema after, with what is kept. */
  readonly to: Catalog;
}

/** Puts tables and columns aside that a migration would drop, under other names, so that they come back as they were. */
export async function keepAside({ renamed, to, day, shadow }: KeepRequest): Promise<KeptAside> {
  const dropped = droppedWithRows(renamed.catalog, to);
  if (dropped.length === 0) return { ...renamed, to };
  const database = await shadow();
  const client = await database.connect();
  const runner = shadowRunner(client);
  const up: Statement[] = [];
  const down: Statement[] = [];
  const renames: { readonly was: Path; readonly is: Path }[] = [];
  try {
    for (const { sql } of renamed.up) await runner.run(sql);
    const move = async (catalog: Catalog, id: string, isRoot: boolean): Promise<string> => {
      const object = catalog.objects.get(id);
      const renaming = object && kindOf(object).renaming;
      if (object === undefined || renaming === undefined) return id;
      const path = renaming.path(object);
      if (isAside(path)) return id;
      const idOf = (other: Path): string => objectId(object.kind, other);
      const is = asidePath(path, day, (other) => catalog.objects.has(idOf(other)) || to.objects.has(idOf(other)));
      const [first, ...rest] = renaming.rename(path, is);
      const steps =
        first === undefined ? [] : [isRoot ? { ...first, comment: purging(object.kind, path, is) } : first, ...rest];
      for (const { sql } of steps) await runner.run(sql);
      up.push(...steps);
      down.unshift(...renaming.rename(is, path));
      if (isRoot) renames.push({ was: path, is });
      return idOf(is);
    };
    const roots: string[] = [];
    for (const { id } of dropped) roots.push(await move(renamed.catalog, id, true));
    let catalog = await readCatalog(client);
    const colliding = inTheWayOf(to, keptWith(roots, catalog, to), catalog);
    for (const { id } of colliding) await move(catalog, id, false);
    if (colliding.length > 0) catalog = await readCatalog(client);

    const kept = keptWith(roots, catalog, to);
    for (const root of roots) for (const sql of loosening(root, catalog, kept)) await runner.run(sql);
    const loose = await readCatalog(client);
    return {
      catalog,
      up: [...renamed.up, ...up],
      down: [...down, ...renamed.down],
      renames: [...renamed.renames, ...renames],
      to: withKept(to, keptWith(roots, loose, to), loose),
    };
  } finally {
    await client.end();
    await database.drop();
  }
}

function purging(kind: string, was: Path, is: Path): string {
  const [table, name] = [qualified(...is.slice(0, 2)), identifier(is.at(-1) ?? '')];
  const purge = kind === 'table' ? `DROP TABLE ${table}` : `ALTER TABLE ${table} DROP COLUMN ${name}`;
  return `${qualified(...was)} is kept aside with all that it holds. To purge it when nobody misses it: ${purge}`;
}
