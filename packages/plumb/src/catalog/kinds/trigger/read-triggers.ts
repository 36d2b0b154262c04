import type { Reader } from '../../reader.ts';
import { userSchema } from '../../user-schema.ts';

export interface TriggerRow {
  readonly oid: number;
  readonly relation: number;
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly definition: string;
  readonly firing: string;
  /** Of the constraint that a constraint trigger is; 0 for others. */
  readonly constraint_oid: number;
}

/** Triggers that users made, without what PostgreSQL made of them on partitions. */
export function readTriggers(reader: Reader): Promise<readonly TriggerRow[]> {
  return reader.rows<TriggerRow>(`
    select
      t.oid,
      t.tgrelid as relation,
      n.nspname as schema,
      c.relname as table,
      t.tgname as name,
      pg_get_triggerdef(t.oid) as definition,
      t.tgenabled as firing,
      t.tgconstraint as constraint_oid
    from pg_catalog.pg_trigger as t
    join pg_catalog.pg_class as c on c.oid = t.tgrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where not t.tgisinternal and t.tgparentid = 0 and ${userSchema('n')}
    order by n.nspname, c.relname, t.tgname
  `);
}

export interface CloneRow {
  readonly oid: number;
  readonly constraint_oid: number;
  readonly relation: number;
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly firing: string;
  /** The trigger that it is a clone of, and its firing. */
  readonly original: number;
  readonly original_firing: string;
}

/** Clones of triggers on partitions of all levels. */
export function readClones(reader: Reader): Promise<readonly CloneRow[]> {
  return reader.rows<CloneRow>(`
    with recursive clone as (
      select t.oid, t.oid as original, t.tgenabled as original_firing
      from pg_catalog.pg_trigger as t
      where not t.tgisinternal and t.tgparentid = 0
      union all
      select t.oid, clone.original, clone.original_firing
      from clone
      join pg_catalog.pg_trigger as t on t.tgparentid = clone.oid
    )
    select
      t.oid,
      t.tgconstraint as constraint_oid,
      t.tgrelid as relation,
      n.nspname as schema,
      c.relname as table,
      t.tgname as name,
      t.tgenabled as firing,
      clone.original,
      clone.original_firing
    from clone
    join pg_catalog.pg_trigger as t on t.oid = clone.oid
    join pg_catalog.pg_class as c on c.oid = t.tgrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where clone.oid <> clone.original and ${userSchema('n')}
    order by n.nspname, c.relname, t.tgname
  `);
}
