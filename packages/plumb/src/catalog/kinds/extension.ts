import { isStandIn } from '../../postgres/stand-in.ts';
import { availableExtensions } from '../available-extensions.ts';
import type { CatalogObject } from '../catalog-object.ts';
import { identifier, literal, objectId } from '../identifier.ts';
import { type Context, defineKind } from '../kind.ts';
import { statement } from '../statement.ts';

export type ExtensionFacts = {
  readonly name: string;
  /** Null where the extension makes it. */
  readonly schema: string | null;
  /** Null where it is the server's default, or where a stand-in's hides it. */
  readonly version: string | null;
};

function extensionId(name: string): string {
  return objectId('extension', [name]);
}

export default defineKind<ExtensionFacts>({
  id: 'extension',
  rank: 20,
  catalog: 'pg_extension',

  /** Its name is its identity; it moves to another schema with all that it holds. */
  renaming: {
    asks: false,
    path: ({ facts }) => [facts.schema ?? '', facts.name],
    mayBe: ({ facts: from }, { facts: to }) => from.name === to.name && from.schema !== null && to.schema !== null,
    rename: ([, name = ''], [schema = '']) => [
      statement(`ALTER EXTENSION ${identifier(name)} SET SCHEMA ${identifier(schema)}`),
    ],
  },

  /** Every database has plpgsql. */
  async read(reader) {
    const rows = await reader.rows<{ oid: number; name: string; schema: string; version: string; own: boolean }>(`
      select
        e.oid,
        e.extname as name,
        n.nspname as schema,
        e.extversion as version,
        exists (
          select from pg_catalog.pg_depend as d
          where d.classid = 'pg_catalog.pg_namespace'::regclass
            and d.objid = n.oid
            and d.refclassid = 'pg_catalog.pg_extension'::regclass
            and d.refobjid = e.oid
            and d.deptype = 'e'
        ) as own
      from pg_catalog.pg_extension as e
      join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
      where e.extname <> 'plpgsql'
      order by e.extname
    `);
    if (rows.length === 0) return;
    const available = await availableExtensions(reader);
    for (const { oid, name, schema, version, own } of rows) {
      const id = extensionId(name);
      const isPlain = isStandIn(version) || version === available.get(name)?.version;
      const facts = { name, schema: own ? null : schema, version: isPlain ? null : version };
      const notes = { standIn: isStandIn(version) };
      reader.add({ id, kind: 'extension', parent: null, facts, notes }, { catalog: 'pg_extension', oid });
    }
  },

  phrase: ({ facts }) => `EXTENSION ${identifier(facts.name)}`,

  create({ facts }) {
    const schema = facts.schema === null ? '' : ` SCHEMA ${identifier(facts.schema)}`;
    const version = facts.version === null ? '' : ` VERSION ${literal(facts.version)}`;
    return [statement(`CREATE EXTENSION ${identifier(facts.name)}${schema}${version}`)];
  },

  drop: ({ facts }) => [statement(`DROP EXTENSION ${identifier(facts.name)}`)],

  alter(from, to, context) {
    const name = identifier(to.facts.name);
    const known = !from.notes?.standIn && !to.notes?.standIn;
    const updates = known && from.facts.version !== to.facts.version;
    if (updates && isOlder(to.facts.version, from.facts.version) && !isNeeded(from, context)) {
      return { replace: 'extensions seldom have a script that leads back to an older version' };
    }
    const version = to.facts.version === null ? '' : ` TO ${literal(to.facts.version)}`;
    const moves = from.facts.schema !== to.facts.schema && to.facts.schema !== null;
    return {
      statements: [
        ...(moves ? [statement(`ALTER EXTENSION ${name} SET SCHEMA ${identifier(to.facts.schema)}`)] : []),
        ...(updates ? [statement(`ALTER EXTENSION ${name} UPDATE${version}`)] : []),
      ],
    };
  },
});

/** What isn't named is the newest. */
function isOlder(version: string | null, other: string | null): boolean {
  if (version === null || other === null) return version !== null;
  return version.localeCompare(other, 'en', { numeric: true }) < 0;
}

function isNeeded({ id }: CatalogObject, { from }: Context): boolean {
  return [...from.needs].some(([dependent, needed]) => needed.has(id) && from.objects.get(dependent)?.parent !== id);
}
