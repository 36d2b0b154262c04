/** Columns that may differ between equal databases: numbers, statistics, what is only ever set and never unset, and internals. */
export const ignored: Readonly<Record<string, readonly string[]>> = {
  pg_attribute: ['attnum', 'attcacheoff', 'atthasmissing', 'attmissingval', 'attndims'],
  pg_class: [
    'relallfrozen',
    'relallvisible',
    'relfilenode',
    'relfrozenxid',
    'relhasindex',
    'relhasrules',
    'relhassubclass',
    'relhastriggers',
    'relminmxid',
    'relnatts',
    'relpages',
    'relrewrite',
    'reltoastrelid',
    'reltuples',
  ],
  pg_collation: ['collversion'],
  pg_index: ['indcheckxmin'],
  pg_inherits: ['inhseqno'],
  pg_subscription: ['subdbid', 'subskiplsn'],
  pg_type: ['typndims'],
};

/** Catalogues that say nothing about a schema, or that `special` reads. */
export const skipped: readonly string[] = [
  'pg_depend',
  'pg_description',
  'pg_enum',
  'pg_init_privs',
  'pg_largeobject',
  'pg_largeobject_metadata',
  'pg_seclabel',
  'pg_statistic',
  'pg_statistic_ext_data',
  'pg_subscription_rel',
];

/** Which rows of a catalogue count (`r`), where it isn't simply those of objects that a user made. */
export const conditions: Readonly<Record<string, string>> = {
  pg_attribute: `r.attnum > 0 and not r.attisdropped and r.attrelid >= 16384
    and (select c.relnamespace from pg_class c where c.oid = r.attrelid) <> 'pg_toast'::regnamespace`,
  pg_class: `r.oid >= 16384 and r.relnamespace <> 'pg_toast'::regnamespace`,
  pg_index: `r.indexrelid >= 16384
    and (select c.relnamespace from pg_class c where c.oid = r.indexrelid) <> 'pg_toast'::regnamespace`,
  pg_namespace: `(r.oid >= 16384 or r.nspname = 'public') and r.nspname !~ '^pg_(toast_)?temp_'`,
  pg_language: 'true',
  pg_subscription: 'r.subdbid = (select d.oid from pg_database d where d.datname = current_database())',
};

/**
 * A foreign key to a partitioned table has a shadow of itself for each partition, of which nobody sees the name. Numbers
 * of constraints lead here.
 */
export function constraintIdentity(row: string): string {
  return `case when ${isShadowKey(row)}
    then 'foreign key of ' || ${row}.conrelid::regclass || ' (' || array_to_string(array(
      select a.attname::text from unnest(${row}.conkey) with ordinality u (number, position)
      join pg_attribute a on a.attrelid = ${row}.conrelid and a.attnum = u.number order by u.position
    ), ', ') || ') to ' || ${row}.confrelid::regclass
    else (pg_identify_object('pg_constraint'::regclass, ${row}.oid, 0)).identity end`;
}

function isShadowKey(row: string): string {
  return `${row}.contype = 'f' and ${row}.conrelid = (
    select p.conrelid from pg_constraint p where p.oid = ${row}.conparentid
  )`;
}

/** What a row is about, where PostgreSQL's own identity of the object won't do. */
export const identities: Readonly<Record<string, string>> = {
  // an index's columns keep the names that the table's had when it was made
  pg_attribute: `case (select c.relkind from pg_class c where c.oid = r.attrelid)
    when 'i' then r.attrelid::regclass || ' column ' || r.attnum
    when 'I' then r.attrelid::regclass || ' column ' || r.attnum
    else r.attrelid::regclass || '.' || quote_ident(r.attname) end`,
  pg_constraint: constraintIdentity('r'),
  pg_inherits: `r.inhrelid::regclass || ' of ' || r.inhparent::regclass`,
};

/** How a column is told, where its type doesn't say it. */
export const expressions: Readonly<Record<string, string>> = {
  'pg_attribute.attname': `case when (select c.relkind from pg_class c where c.oid = r.attrelid) in ('i', 'I')
    then null else r.attname end`,
  // columns of a table may come in any order
  'pg_publication_rel.prattrs': `case when r.prattrs is not null then array(
    select a.attname::text from pg_attribute a where a.attrelid = r.prrelid and a.attnum = any(r.prattrs) order by 1
  ) end`,
  'pg_constraint.conname': `case when not coalesce(${isShadowKey('r')}, false) then r.conname end`,
  // before PostgreSQL 18, what validates the foreign key doesn't reach its shadows
  'pg_constraint.convalidated': `case when not coalesce(${isShadowKey('r')}, false) then r.convalidated end`,
  // a partition's may also be its own, as long as nobody lets go of it
  'pg_constraint.conislocal': `case when r.contype <> 'n'
    or not (select c.relispartition from pg_class c where c.oid = r.conrelid) then r.conislocal end`,
  // keys are never inherited by themselves; what is said depends on whether they were made before their parent's
  'pg_constraint.connoinherit': `case when r.contype in ('c', 'n') then r.connoinherit end`,
  // the name of an array type moves out of the way of others
  'pg_type.typname': `case when r.typcategory = 'A' and r.typelem <> 0 then null else r.typname end`,
};

/** What PostgreSQL says of a row beyond its columns: expressions are stored as trees that are full of numbers. */
export const additions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pg_attrdef: { expression: 'pg_get_expr(r.adbin, r.adrelid)' },
  pg_attribute: {
    // a table's columns may come in any order, those of views and composite types may not
    position: `case when (select c.relkind from pg_class c where c.oid = r.attrelid) in ('v', 'm', 'c') then (
      select count(*) from pg_attribute a where a.attrelid = r.attrelid and a.attnum between 1 and r.attnum and not a.attisdropped
    ) end`,
  },
  pg_class: {
    bound: 'pg_get_expr(r.relpartbound, r.oid)',
    query: `case when r.relkind in ('v', 'm') then pg_get_viewdef(r.oid) end`,
    toast: '(select t.reloptions from pg_class t where t.oid = r.reltoastrelid)',
  },
  pg_constraint: {
    definition: `case when not coalesce(${isShadowKey('r')}, false) then pg_get_constraintdef(r.oid) end`,
  },
  pg_index: { definition: 'pg_get_indexdef(r.indexrelid)' },
  pg_partitioned_table: { key: 'pg_get_partkeydef(r.partrelid)' },
  pg_policy: { using: 'pg_get_expr(r.polqual, r.polrelid)', check: 'pg_get_expr(r.polwithcheck, r.polrelid)' },
  pg_proc: {
    definition: `case r.prokind when 'a' then pg_get_function_arguments(r.oid) else pg_get_functiondef(r.oid) end`,
  },
  pg_publication_rel: { condition: 'pg_get_expr(r.prqual, r.prrelid)' },
  pg_rewrite: { definition: `case when r.rulename <> '_RETURN' then pg_get_ruledef(r.oid) end` },
  pg_statistic_ext: { expressions: 'pg_get_statisticsobjdef_expressions(r.oid)' },
  pg_trigger: { definition: 'case when not r.tgisinternal then pg_get_triggerdef(r.oid) end' },
};

/** Lists whose order is that of the table's columns, or nobody's business. */
export const sorted: readonly string[] = [
  'pg_attribute.attfdwoptions',
  'pg_attribute.attoptions',
  'pg_class.reloptions',
  'pg_class.toast',
  'pg_foreign_data_wrapper.fdwoptions',
  'pg_foreign_server.srvoptions',
  'pg_foreign_table.ftoptions',
  'pg_statistic_ext.stxkeys',
  'pg_user_mapping.umoptions',
];

/** Whose default privileges stand where nobody granted anything, by `acldefault`'s letter and the owner's column. */
export const privileges: Readonly<Record<string, readonly [kind: string, owner: string]>> = {
  pg_class: [`case r.relkind when 'S' then 's'::"char" else 'r'::"char" end`, 'r.relowner'],
  pg_proc: [`'f'`, 'r.proowner'],
  pg_namespace: [`'n'`, 'r.nspowner'],
  pg_type: [`'T'`, 'r.typowner'],
  pg_language: [`'l'`, 'r.lanowner'],
  pg_foreign_data_wrapper: [`'F'`, 'r.fdwowner'],
  pg_foreign_server: [`'S'`, 'r.srvowner'],
};

/** What is spread over rows, or names its object by numbers alone: subject and text. */
export const special: readonly string[] = [
  `select 'pg_enum ' || e.enumtypid::regtype, array['labels: ' || array_agg(e.enumlabel order by e.enumsortorder)::text]
  from pg_enum e where e.enumtypid >= 16384 group by e.enumtypid`,
  `select 'pg_description ' || i.type || ' ' || i.identity, array['description: ' || d.description]
  from pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) i
  where d.objoid >= 16384 or (d.classoid = 'pg_namespace'::regclass and d.objoid = (select n.oid from pg_namespace n where n.nspname = 'public'))`,
  `select 'pg_seclabel ' || i.type || ' ' || i.identity, array[l.provider || ': ' || l.label]
  from pg_seclabel l, pg_identify_object(l.classoid, l.objoid, l.objsubid) i`,
  `select 'pg_depend ' || o.type || ' ' || o.identity, array[d.deptype::text || ': ' || i.type || ' ' || i.identity]
  from pg_depend d, pg_identify_object(d.classid, d.objid, d.objsubid) o,
    pg_identify_object(d.refclassid, d.refobjid, d.refobjsubid) i
  where d.objid >= 16384 and (
    d.deptype in ('e', 'x')
    or (d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
      and (select c.relkind from pg_class c where c.oid = d.objid) = 'S')
  )`,
  `select 'pg_db_role_setting ' || coalesce(nullif(s.setrole, 0)::regrole::text, 'all'), s.setconfig
  from pg_db_role_setting s
  where s.setdatabase = (select d.oid from pg_database d where d.datname = current_database())`,
];
