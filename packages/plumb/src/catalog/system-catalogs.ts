/** The system catalogues whose rows are objects that others can depend on, by their oid, which no major has changed. */
export const systemCatalogs: ReadonlyMap<number, string> = new Map([
  [826, 'pg_default_acl'],
  [1247, 'pg_type'],
  [1255, 'pg_proc'],
  [1259, 'pg_class'],
  [1417, 'pg_foreign_server'],
  [1418, 'pg_user_mapping'],
  [2328, 'pg_foreign_data_wrapper'],
  [2600, 'pg_aggregate'],
  [2601, 'pg_am'],
  [2602, 'pg_amop'],
  [2603, 'pg_amproc'],
  [2604, 'pg_attrdef'],
  [2605, 'pg_cast'],
  [2606, 'pg_constraint'],
  [2607, 'pg_conversion'],
  [2612, 'pg_language'],
  [2615, 'pg_namespace'],
  [2616, 'pg_opclass'],
  [2617, 'pg_operator'],
  [2618, 'pg_rewrite'],
  [2620, 'pg_trigger'],
  [2753, 'pg_opfamily'],
  [3079, 'pg_extension'],
  [3256, 'pg_policy'],
  [3381, 'pg_statistic_ext'],
  [3456, 'pg_collation'],
  [3466, 'pg_event_trigger'],
  [3576, 'pg_transform'],
  [3600, 'pg_ts_dict'],
  [3601, 'pg_ts_parser'],
  [3602, 'pg_ts_config'],
  [3764, 'pg_ts_template'],
  [6104, 'pg_publication'],
  [6106, 'pg_publication_rel'],
  [6237, 'pg_publication_namespace'],
]);

export function catalogName(oid: number): string {
  return systemCatalogs.get(oid) ?? String(oid);
}

/** Objects with a smaller oid came with PostgreSQL. */
export const firstUserOid = 16_384;
