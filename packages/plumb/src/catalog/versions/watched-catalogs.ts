/** How rows of a system catalogue are compared. */
export interface WatchedCatalog {
  readonly name: string;
  /** The column by whose value rows are the user's: an object's own oid, or that of what it belongs to. */
  readonly of: string;
  /** Columns that change without anything being another, or that are written otherwise. */
  readonly without: readonly string[];
  /** Columns as SQL that names columns where the catalogue numbers them, and writes expressions out. `t` is the row. */
  readonly instead: Readonly<Record<string, string>>;
  /** Rows that nobody sees: dropped columns, system columns, where long values are kept. */
  readonly unseen?: string;
}

function watched(name: string, of = 'oid', more: Partial<WatchedCatalog> = {}): WatchedCatalog {
  return { name, of, without: [], instead: {}, ...more };
}

const attributeName = (relation: string, number: string): string =>
  `(select a.attname from pg_catalog.pg_attribute as a where a.attrelid = ${relation} and a.attnum = ${number})`;

const attributeNames = (relation: string, numbers: string): string => `(
  select pg_catalog.jsonb_agg(a.attname order by k.place)
  from pg_catalog.unnest(${numbers}) with ordinality as k (number, place)
  left join pg_catalog.pg_attribute as a on a.attrelid = ${relation} and a.attnum = k.number
)`;

/** The part of an object that a row is about: of relations, a column. */
const partName = (catalog: string, oid: string, part: string): string => `
  case when ${catalog} = 'pg_catalog.pg_class'::pg_catalog.regclass and ${part} <> 0
    then pg_catalog.to_jsonb(${attributeName(oid, part)}) else pg_catalog.to_jsonb(${part}) end`;

const expression = (tree: string, relation: string): string => `pg_catalog.pg_get_expr(${tree}, ${relation})`;

const ofToast = (oid: string): string =>
  `exists (select from pg_catalog.pg_class as c where c.oid = ${oid} and c.relnamespace = 'pg_toast'::pg_catalog.regnamespace)`;

/** Nobody has said anything, or that all is as it would be then. */
const rights = (list: string, kind: string, owner: string): string =>
  `coalesce(${list}, pg_catalog.acldefault((${kind})::"char", ${owner}))`;

const isTable = (oid: string): string =>
  `exists (select from pg_catalog.pg_class as c where c.oid = ${oid} and c.relkind in ('r', 'p', 'f'))`;

const isRelation = (catalog: string): string => `${catalog} = 'pg_catalog.pg_class'::pg_catalog.regclass`;

/** All that a database of a major consists of; what it takes from beyond is told apart. */
export function watchedCatalogs(major: number): readonly WatchedCatalog[] {
  return major >= 15 ? [...since14, ...since15] : [...since14, ...before15];
}

const attributesOfConstraints = {
  conkey: attributeNames('t.conrelid', 't.conkey'),
  confkey: attributeNames('t.confrelid', 't.confkey'),
  conbin: expression('t.conbin', 't.conrelid'),
};

const before15: readonly WatchedCatalog[] = [
  watched('pg_constraint', 'oid', { instead: attributesOfConstraints }),
  watched('pg_publication_rel'),
];

const since15: readonly WatchedCatalog[] = [
  watched('pg_constraint', 'oid', {
    instead: {
      ...attributesOfConstraints,
      confdelsetcols: attributeNames('t.conrelid', 't.confdelsetcols'),
    },
  }),
  watched('pg_publication_rel', 'oid', {
    instead: {
      prqual: expression('t.prqual', 't.prrelid'),
      prattrs: attributeNames('t.prrelid', 't.prattrs::int2[]'),
    },
  }),
  watched('pg_publication_namespace'),
];

const since14: readonly WatchedCatalog[] = [
  watched('pg_class', 'oid', {
    without: [
      ...['relfilenode', 'relpages', 'reltuples', 'relallvisible', 'relallfrozen', 'relfrozenxid', 'relminmxid'],
      ...['relhasindex', 'relhasrules', 'relhastriggers', 'relhassubclass', 'relnatts', 'reltoastrelid', 'relrewrite'],
    ],
    instead: {
      relpartbound: expression('t.relpartbound', 't.oid'),
      relacl: rights('t.relacl', "case t.relkind when 'S' then 's' else 'r' end", 't.relowner'),
    },
    unseen: `t.relnamespace = 'pg_toast'::pg_catalog.regnamespace and t.reloptions is null`,
  }),
  watched('pg_attribute', 'attrelid', {
    without: ['attcacheoff', 'atthasmissing', 'attmissingval'],
    // where a column of a table lies is no difference, as long as nothing else goes by it
    instead: {
      attnum: `case when not ${isTable('t.attrelid')} then t.attnum end`,
      place: `case when ${isTable('t.attrelid')} then t.attnum end`,
    },
    unseen: `t.attisdropped or t.attnum < 0 or ${ofToast('t.attrelid')}`,
  }),
  watched('pg_type', 'oid', {
    instead: {
      typdefaultbin: expression('t.typdefaultbin', '0'),
      typacl: rights('t.typacl', "'T'", 't.typowner'),
    },
  }),
  watched('pg_index', 'indexrelid', {
    without: ['indcheckxmin'],
    instead: {
      indkey: attributeNames('t.indrelid', 't.indkey::int2[]'),
      indexprs: expression('t.indexprs', 't.indrelid'),
      indpred: expression('t.indpred', 't.indrelid'),
    },
    unseen: ofToast('t.indrelid'),
  }),
  watched('pg_attrdef', 'oid', {
    instead: { adnum: attributeName('t.adrelid', 't.adnum'), adbin: expression('t.adbin', 't.adrelid') },
  }),
  watched('pg_depend', 'objid', {
    instead: {
      objsubid: partName('t.classid', 't.objid', 't.objsubid'),
      refobjsubid: partName('t.refclassid', 't.refobjid', 't.refobjsubid'),
    },
    unseen: `${isRelation('t.classid')} and ${ofToast('t.objid')}`,
  }),
  watched('pg_description', 'objoid', {
    instead: { objsubid: partName('t.classoid', 't.objoid', 't.objsubid') },
  }),
  watched('pg_proc', 'oid', {
    instead: {
      proacl: rights('t.proacl', "'f'", 't.proowner'),
      prosqlbody: 'pg_catalog.pg_get_function_sqlbody(t.oid)',
      proargdefaults: 'case when t.proargdefaults is not null then pg_catalog.pg_get_function_arguments(t.oid) end',
    },
  }),
  watched('pg_rewrite', 'oid', {
    without: ['ev_qual'],
    instead: { ev_action: 'pg_catalog.pg_get_ruledef(t.oid)' },
  }),
  watched('pg_trigger', 'oid', {
    instead: {
      tgattr: attributeNames('t.tgrelid', 't.tgattr::int2[]'),
      tgqual: 'case when t.tgqual is not null then pg_catalog.pg_get_triggerdef(t.oid) end',
    },
  }),
  watched('pg_policy', 'oid', {
    instead: {
      polqual: expression('t.polqual', 't.polrelid'),
      polwithcheck: expression('t.polwithcheck', 't.polrelid'),
    },
  }),
  watched('pg_partitioned_table', 'partrelid', {
    instead: {
      partattrs: attributeNames('t.partrelid', 't.partattrs::int2[]'),
      partexprs: expression('t.partexprs', 't.partrelid'),
    },
  }),
  watched('pg_statistic_ext', 'oid', {
    instead: {
      stxkeys: attributeNames('t.stxrelid', 't.stxkeys::int2[]'),
      stxexprs: expression('t.stxexprs', 't.stxrelid'),
    },
  }),
  watched('pg_aggregate', 'aggfnoid'),
  watched('pg_enum'),
  watched('pg_foreign_table', 'ftrelid'),
  watched('pg_inherits', 'inhrelid'),
  watched('pg_init_privs', 'objoid', { instead: { objsubid: partName('t.classoid', 't.objoid', 't.objsubid') } }),
  watched('pg_range', 'rngtypid'),
  watched('pg_seclabel', 'objoid', { instead: { objsubid: partName('t.classoid', 't.objoid', 't.objsubid') } }),
  watched('pg_sequence', 'seqrelid'),
  watched('pg_ts_config_map', 'mapcfg'),
  ...[
    ...['pg_am', 'pg_amop', 'pg_amproc', 'pg_cast', 'pg_collation', 'pg_conversion', 'pg_default_acl'],
    ...['pg_event_trigger', 'pg_extension', 'pg_foreign_data_wrapper', 'pg_foreign_server', 'pg_language'],
    ...['pg_namespace', 'pg_opclass', 'pg_operator', 'pg_opfamily', 'pg_publication'],
    ...['pg_transform', 'pg_ts_config', 'pg_ts_dict', 'pg_ts_parser', 'pg_ts_template'],
  ].map((name) => watched(name)),
];

/** What a database's catalogue takes from beyond its own: written out as one text, and compared as a whole. */
export const beyond = `
  select pg_catalog.concat_ws(
    E'\\n',
    (
      select pg_catalog.string_agg(pg_catalog.concat_ws(' ', r.oid, r.rolname, r.rolsuper), ',' order by r.oid)
      from pg_catalog.pg_roles as r
      where r.rolname !~ '^(pg|plumb)_'
    ),
    (select pg_catalog.string_agg(m::text, ',' order by m.umid) from pg_catalog.pg_user_mappings as m),
    (
      -- the columns that everybody may read
      select pg_catalog.string_agg(
        pg_catalog.concat_ws(
          ' ', s.oid, s.subname, s.subowner, s.subenabled, s.subbinary, s.substream, s.subslotname, s.subsynccommit, s.subpublications
        ), ',' order by s.oid
      )
      from pg_catalog.pg_subscription as s
    ),
    (select pg_catalog.string_agg(pg_catalog.concat_ws(' ', s.oid, s.spcname), ',' order by s.oid) from pg_catalog.pg_tablespace as s)
  ) as text
`;
