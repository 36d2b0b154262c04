import type { Client } from 'pg';

/** Something of the user's that others call by its name. */
export interface Part {
  readonly kind:
    | 'schema'
    | 'table'
    | 'view'
    | 'materialized view'
    | 'foreign table'
    | 'sequence'
    | 'column'
    | 'default'
    | 'index'
    | 'attribute'
    | 'constraint'
    | 'type'
    | 'enum value'
    | 'function'
    | 'trigger'
    | 'policy';
  readonly schema: string;
  /** What it belongs to: the table or view of a column, the type of an enum's value. */
  readonly of: string | null;
  readonly name: string;
  /** A column's type, a constraint's kind as `pg_constraint` writes it, a type's kind as `pg_type` does, a function's arguments. */
  readonly type: string | null;
  /** Only of columns. */
  readonly notNull: boolean | null;
  /** What a column or a constraint of a partition or a child has from its parent is told of the parent. */
  readonly inherited: boolean;
}

/** What a statement did to a part that was there before the migrations. */
export interface PartChange {
  /** As it was before all of them. */
  readonly part: Part;
  /** As the statement found it. */
  readonly was: Part;
  /** Null where it is gone. */
  readonly is: Part | null;
}

/** Parts by what stays the same when they are renamed. */
export type Parts = ReadonlyMap<string, Part>;

/** `first`: the only ones that are of interest, with what belongs to them. */
export async function readParts(client: Client, first?: Parts): Promise<Parts> {
  const wanted = first && [...first.keys()].flatMap((key) => /^[rtfb](\d+)/.exec(key)?.[1] ?? []);
  const isWanted = (oid: string): string => (wanted === undefined ? 'true' : `${oid} = ANY ($1::pg_catalog.oid[])`);
  const inThem = `, r AS (
      SELECT c.oid, n.nspname, c.relname, c.relkind FROM pg_catalog.pg_class c JOIN n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND ${isWanted('c.oid')}
    )
    ${schemas}
    UNION ALL SELECT 'r' || oid, CASE relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'
      WHEN 'S' THEN 'sequence' ELSE 'table' END, nspname, NULL, relname, NULL, NULL, false FROM r
    UNION ALL SELECT 'a' || r.oid || ' ' || a.attnum, 'column', nspname, relname, attname,
      pg_catalog.format_type(atttypid, atttypmod), attnotnull, a.attinhcount > 0
      FROM r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid
      WHERE a.attnum > 0 AND NOT a.attisdropped AND relkind <> 'S'
    UNION ALL SELECT 'b' || c.oid || ' ' || a.attnum, 'attribute', nspname, relname, attname,
      pg_catalog.format_type(atttypid, atttypmod), NULL, false
      FROM pg_catalog.pg_class c JOIN n ON n.oid = c.relnamespace JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
      WHERE relkind = 'c' AND ${isWanted('c.oid')} AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL SELECT 'd' || d.oid, 'default', nspname, relname, attname, NULL, NULL, false
      FROM r JOIN pg_catalog.pg_attrdef d ON d.adrelid = r.oid
      JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum AND a.attgenerated = ''
    UNION ALL SELECT 'i' || i.indexrelid, 'index', nspname, r.relname, c.relname, NULL, NULL, c.relispartition
      FROM r JOIN pg_catalog.pg_index i ON i.indrelid = r.oid JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
      WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
    UNION ALL SELECT 'c' || c.oid, 'constraint', nspname, relname, conname, contype::text, NULL, c.coninhcount > 0 OR c.conparentid <> 0
      FROM r JOIN pg_catalog.pg_constraint c ON c.conrelid = r.oid
      WHERE contype IN ('c', 'f', 'p', 'u', 'x')
    UNION ALL SELECT 'c' || c.oid, 'constraint', nspname, typname, conname, 'c', NULL, false
      FROM pg_catalog.pg_constraint c JOIN pg_catalog.pg_type t ON t.oid = c.contypid JOIN n ON n.oid = t.typnamespace
      WHERE c.contype = 'c'
    UNION ALL SELECT 't' || t.oid, 'type', nspname, NULL, typname, typtype::text, NULL, false
      FROM pg_catalog.pg_type t JOIN n ON n.oid = t.typnamespace
      WHERE ${isWanted('t.oid')} AND (
        typtype IN ('e', 'd', 'r') OR typtype = 'c' AND (SELECT relkind FROM pg_catalog.pg_class WHERE oid = typrelid) = 'c'
      )
    UNION ALL SELECT 'e' || e.oid, 'enum value', nspname, typname, enumlabel, NULL, NULL, false
      FROM pg_catalog.pg_enum e JOIN pg_catalog.pg_type t ON t.oid = e.enumtypid JOIN n ON n.oid = t.typnamespace
      WHERE ${isWanted('t.oid')}
    UNION ALL SELECT 'f' || p.oid, 'function', nspname, NULL, proname, pg_catalog.pg_get_function_identity_arguments(p.oid), NULL, false
      FROM pg_catalog.pg_proc p JOIN n ON n.oid = p.pronamespace WHERE ${isWanted('p.oid')}
    UNION ALL SELECT 'g' || g.oid, 'trigger', nspname, relname, tgname, NULL, NULL, false
      FROM r JOIN pg_catalog.pg_trigger g ON g.tgrelid = r.oid WHERE NOT g.tgisinternal
    UNION ALL SELECT 'p' || p.oid, 'policy', nspname, relname, polname, NULL, NULL, false
      FROM r JOIN pg_catalog.pg_policy p ON p.polrelid = r.oid`;
  const isNothing = wanted?.length === 0;
  const { rows } = await client.query<Part & { key: string }>(
    `WITH n AS (
      SELECT oid, nspname FROM pg_catalog.pg_namespace
      WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'plumb', 'plumb_shadow')
    )${isNothing ? schemas : inThem}`,
    wanted === undefined || isNothing ? [] : [wanted],
  );
  return new Map(rows.map(({ key, ...part }) => [key, part]));
}

const schemas = `
    SELECT 'n' || oid AS key, 'schema' AS kind, nspname AS schema, NULL AS of, nspname AS name, NULL AS type, NULL::bool AS "notNull", false AS inherited FROM n`;

/** What became of those that there were first, between two looks. */
export function partChanges(first: Parts, before: Parts, after: Parts): readonly PartChange[] {
  return [...before].flatMap(([key, was]) => {
    const part = first.get(key);
    const is = after.get(key) ?? null;
    return part === undefined || was.inherited || (is !== null && isSame(was, is)) ? [] : [{ part, was, is }];
  });
}

function isSame(one: Part, other: Part): boolean {
  return (
    one.schema === other.schema &&
    one.of === other.of &&
    one.name === other.name &&
    one.type === other.type &&
    one.notNull === other.notNull
  );
}
