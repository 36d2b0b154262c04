import type { Client } from 'pg';
import type { PredictedIndex } from './predict-index.ts';

/** Lets the planner know of expressions what it would once the table is analyzed: how many values they have. */
export async function storeExpressionStatistics(
  superuser: Client,
  predicted: ReadonlyMap<string, PredictedIndex>,
): Promise<void> {
  const expressions = [...predicted].flatMap(([oid, { expressions }]) => expressions.map((each) => ({ oid, ...each })));
  if (expressions.length > 0) await superuser.query(store, [JSON.stringify(expressions)]);
}

/** A number of values that grows with the table is kept as a share of its rows. */
const store = `
  insert into pg_catalog.pg_statistic (
    starelid, staattnum, stainherit, stanullfrac, stawidth, stadistinct,
    stakind1, stakind2, stakind3, stakind4, stakind5, staop1, staop2, staop3, staop4, staop5,
    stacoll1, stacoll2, stacoll3, stacoll4, stacoll5
  )
  select e.oid, e."position", false, e.nulls, e.width::pg_catalog.int4,
         case when e."distinct" > 0.1 * c.reltuples then -least(1, e."distinct" / c.reltuples) else e."distinct" end,
         0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
  from pg_catalog.json_to_recordset($1) as e (
    oid pg_catalog.oid, "position" pg_catalog.int2, width pg_catalog.float8, "distinct" pg_catalog.float4, nulls pg_catalog.float4
  )
  join pg_catalog.pg_index as i on i.indexrelid = e.oid
  join pg_catalog.pg_class as c on c.oid = i.indrelid
  where c.reltuples > 0
`;
