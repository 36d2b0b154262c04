import { textOf } from '../client/row.ts';
import type { Session } from '../client/session.ts';
import { literal } from '../sql/literal.ts';
import type { KeyColumn } from './key.ts';
import type { Relation } from './read-relation.ts';

/** What is known of the table that a backfill goes through. */
export interface TableFacts {
  /** With its schema. */
  readonly name: string;
  /** As `pg_class.relkind` has it. */
  readonly kind: string;
  /** Whether it is the table that the backfill names. */
  readonly isNamed: boolean;
  /** Each column, and whether it can't be NULL, in the tables that inherit from it neither. */
  readonly columns: Readonly<Record<string, boolean>>;
  readonly indexes: readonly TableIndex[];
  /** In milliseconds. */
  readonly deadlockTimeout: number;
}

/** A B-tree over all rows. */
export interface TableIndex {
  readonly isPrimary: boolean;
  readonly isUnique: boolean;
  readonly columns: readonly IndexColumn[];
}

export interface IndexColumn {
  /** Null: an expression. */
  readonly name: string | null;
  /** Whether its order is the one that ORDER BY gives, without a word more. */
  readonly isUsual: boolean;
  readonly isDescending: boolean;
  readonly cast: KeyColumn['cast'];
  readonly operators: KeyColumn['operators'];
}

/** Null where there is no such table. */
export async function readTable(session: Session, { name, only }: Relation, named: string): Promise<TableFacts | null> {
  const [row] = await session.run(factsOf(name, only, named));
  const facts = textOf(row, 'facts');
  return facts === '' ? null : JSON.parse(facts);
}

function factsOf(name: string, only: boolean, named: string): string {
  return `
WITH RECURSIVE family AS (
  SELECT to_regclass(${literal(name)})::oid AS oid
  UNION
  SELECT i.inhrelid FROM family f JOIN pg_inherits i ON i.inhparent = f.oid ${only ? 'WHERE false' : ''}
)
SELECT json_build_object(
  'name', format('%I.%I', n.nspname, c.relname),
  'kind', c.relkind,
  'isNamed', coalesce(c.oid = to_regclass(${literal(named)}), false),
  'deadlockTimeout', (SELECT s.setting::int FROM pg_settings s WHERE s.name = 'deadlock_timeout'),
  'columns', (
    SELECT coalesce(json_object_agg(a.attname, NOT EXISTS (
      SELECT FROM family f
      JOIN pg_attribute m ON m.attrelid = f.oid AND m.attname = a.attname
      WHERE NOT m.attnotnull
    )), '{}')
    FROM pg_attribute a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  ),
  'indexes', (
    SELECT coalesce(json_agg(json_build_object(
      'isPrimary', i.indisprimary, 'isUnique', i.indisunique, 'columns', columns.list
    ) ORDER BY i.indisprimary DESC, i.indnkeyatts, i.indexrelid), '[]')
    FROM pg_index i
    JOIN pg_class ic ON ic.oid = i.indexrelid
    JOIN pg_am am ON am.oid = ic.relam AND am.amname = 'btree'
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object(
        'name', a.attname,
        'isUsual', o.opcdefault AND coalesce(k.ordering = a.attcollation, false),
        'isDescending', k.options & 1 = 1,
        'cast', (
          SELECT '::' || format_type(b.oid, NULL)
          FROM pg_type t
          JOIN pg_type b ON b.oid = coalesce(nullif(t.typbasetype, 0), t.oid)
          WHERE t.oid = a.atttypid AND b.typtype = 'c'
        ),
        'operators', (
          SELECT json_object_agg(
            CASE p.amopstrategy WHEN 1 THEN 'less' WHEN 2 THEN 'upTo' WHEN 3 THEN 'equal' WHEN 4 THEN 'from' ELSE 'greater' END,
            format('OPERATOR(%I.%s)', pn.nspname, po.oprname)
          )
          FROM pg_amop p
          JOIN pg_operator po ON po.oid = p.amopopr
          JOIN pg_namespace pn ON pn.oid = po.oprnamespace
          WHERE p.amopfamily = o.opcfamily AND p.amoplefttype = o.opcintype AND p.amoprighttype = o.opcintype
        )
      ) ORDER BY k.place) AS list
      FROM unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[])
        WITH ORDINALITY AS k (attnum, opclass, ordering, options, place)
      LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum AND k.attnum > 0
      JOIN pg_opclass o ON o.oid = k.opclass
      WHERE k.place <= i.indnkeyatts
    ) AS columns
    WHERE i.indrelid = c.oid AND i.indisvalid AND i.indisready AND i.indpred IS NULL
  )
)::text AS facts
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid = to_regclass(${literal(name)})`;
}
