import type { CatalogObject } from '../catalog-object.ts';
import { identifier, objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { type Hazard, type Statement, statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';
import { optionChanges, optionList, optionsOf, type StorageOptions } from './table/storage-options.ts';
import { viewRenaming } from './view/rename-view.ts';
import { queryOf, type ViewColumn, viewColumns } from './view/view-columns.ts';

/** Whether it holds rows is data. */
export type MaterializedViewFacts = {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly ViewColumn[];
  readonly query: string;
  readonly options: StorageOptions;
  /** Null where it is PostgreSQL's own, `heap`. */
  readonly accessMethod: string | null;
  /** Null is the database's. */
  readonly tablespace: string | null;
  /** What is set for columns, by their name: the rest of `ALTER COLUMN name SET …`. */
  readonly columnSettings: Readonly<Record<string, ColumnSettings>>;
};

export interface ColumnSettings {
  readonly statistics: number | null;
  /** Where it isn't the type's usual one, which has a word of its own only since PostgreSQL 16. */
  readonly storage: { readonly is: string; readonly usual: string } | null;
  readonly compression: string | null;
  readonly options: StorageOptions;
}

function materializedViewId(schema: string, name: string): string {
  return objectId('materialized-view', [schema, name]);
}

export default defineKind<MaterializedViewFacts>({
  id: 'materialized-view',
  rank: 82,
  catalog: 'pg_class',
  where: "relkind = 'm'",

  renaming: viewRenaming('MATERIALIZED VIEW'),

  async read(reader) {
    const columns = await viewColumns(reader, 'm');
    const settings = await reader.rows<SettingsRow>(columnSettings(reader.major));
    for (const { oid, populated, definition, options, toast_options, ...row } of await reader.rows<Row>(sql)) {
      const id = materializedViewId(row.schema, row.name);
      const ofColumns = settings.filter(({ view }) => view === oid);
      const object: CatalogObject<MaterializedViewFacts> = {
        id,
        kind: 'materialized-view',
        parent: null,
        facts: {
          ...row,
          columns: columns.get(oid) ?? [],
          query: queryOf(definition),
          options: { ...optionsOf(options), ...optionsOf(toast_options, 'toast.') },
          columnSettings: Object.fromEntries(
            ofColumns.map(({ name, statistics, storage, usual_storage, compression, options }) => [
              name,
              {
                statistics,
                storage: storage === null ? null : { is: storage, usual: usual_storage },
                compression,
                options: optionsOf(options),
              },
            ]),
          ),
        },
        notes: { populated },
      };
      reader.add(object, { catalog: 'pg_class', oid });
      reader.name(row.name, id);
    }
  },

  phrase: ({ facts }) => `MATERIALIZED VIEW ${nameOf(facts)}`,

  occupies: ({ facts }) => [`relation ${nameOf(facts)}`, `type ${nameOf(facts)}`],

  create(object, context) {
    const { facts } = object;
    const before = context.from.objects.get(object.id);
    const options = optionList(facts.options);
    const sql = [
      `CREATE MATERIALIZED VIEW ${nameOf(facts)}`,
      ...(facts.accessMethod === null ? [] : [`  USING ${identifier(facts.accessMethod)}`]),
      ...(options === '' ? [] : [`  WITH (${options})`]),
      ...(facts.tablespace === null ? [] : [`  TABLESPACE ${identifier(facts.tablespace)}`]),
    ].join('\n');
    const empty = object.notes?.populated === false && before?.notes?.populated !== true;
    const hazards = before === undefined || empty ? [] : [rebuildHazard(facts)];
    return [
      statement(`${sql} AS\n${facts.query}${empty ? '\nWITH NO DATA' : ''}`, { hazards }),
      ...settingStatements({}, facts),
    ];
  },

  drop: ({ facts }) => [statement(`DROP MATERIALIZED VIEW ${nameOf(facts)}`)],

  alter({ facts: from }, { facts: to }, { major }) {
    if (from.query !== to.query || JSON.stringify(from.columns) !== JSON.stringify(to.columns)) {
      return { replace: "PostgreSQL can't change the query of a materialized view" };
    }
    if (from.accessMethod !== to.accessMethod && major < 15) {
      return { replace: `PostgreSQL ${major} can't change the access method of a materialized view` };
    }
    const { set, reset } = optionChanges(from.options, to.options);
    const alter = `ALTER MATERIALIZED VIEW ${nameOf(to)}`;
    const rewrite = { hazards: [rewriteHazard(to)] };
    return {
      statements: [
        ...(from.accessMethod === to.accessMethod
          ? []
          : [statement(`${alter} SET ACCESS METHOD ${identifier(to.accessMethod ?? 'heap')}`, rewrite)]),
        ...(from.tablespace === to.tablespace
          ? []
          : [statement(`${alter} SET TABLESPACE ${identifier(to.tablespace ?? 'pg_default')}`, rewrite)]),
        ...(reset.length === 0 ? [] : [statement(`${alter} RESET (${reset.join(', ')})`)]),
        ...(Object.keys(set).length === 0 ? [] : [statement(`${alter} SET (${optionList(set)})`)]),
        ...settingStatements(from.columnSettings, to),
      ],
    };
  },
});

function nameOf({ schema, name }: MaterializedViewFacts): string {
  return qualified(schema, name);
}

function rebuildHazard(facts: MaterializedViewFacts): Hazard {
  const name = nameOf(facts);
  return {
    kind: 'object-unavailable',
    message: `The materialized view ${name} is computed anew; whoever reads it waits until that is done.`,
    objects: [name],
  };
}

function rewriteHazard(facts: MaterializedViewFacts): Hazard {
  const name = nameOf(facts);
  return {
    kind: 'rewrites-table',
    message: `The materialized view ${name} is copied; whoever reads it waits until that is done.`,
    objects: [name],
  };
}

const noSettings: ColumnSettings = { statistics: null, storage: null, compression: null, options: {} };

function settingStatements(
  before: MaterializedViewFacts['columnSettings'],
  after: MaterializedViewFacts,
): readonly Statement[] {
  return after.columns.flatMap(({ name }) => {
    const from = before[name] ?? noSettings;
    const to = after.columnSettings[name] ?? noSettings;
    const { set, reset } = optionChanges(from.options, to.options);
    const actions = [
      ...(from.statistics === to.statistics ? [] : [`SET STATISTICS ${to.statistics ?? -1}`]),
      ...(from.storage?.is === to.storage?.is ? [] : [`SET STORAGE ${to.storage?.is ?? from.storage?.usual}`]),
      ...(from.compression === to.compression ? [] : [`SET COMPRESSION ${to.compression ?? 'default'}`]),
      ...(reset.length === 0 ? [] : [`RESET (${reset.join(', ')})`]),
      ...(Object.keys(set).length === 0 ? [] : [`SET (${optionList(set)})`]),
    ];
    const alter = `ALTER MATERIALIZED VIEW ${nameOf(after)} ALTER COLUMN ${identifier(name)}`;
    return actions.map((action) => statement(`${alter} ${action}`));
  });
}

interface Row extends Pick<MaterializedViewFacts, 'schema' | 'name' | 'accessMethod' | 'tablespace'> {
  readonly oid: number;
  readonly definition: string;
  readonly options: string[] | null;
  readonly toast_options: string[] | null;
  readonly populated: boolean;
}

const sql = `
  select
    c.oid,
    n.nspname as schema,
    c.relname as name,
    pg_get_viewdef(c.oid) as definition,
    c.reloptions as options,
    t.reloptions as toast_options,
    nullif(m.amname, 'heap') as "accessMethod",
    s.spcname as tablespace,
    c.relispopulated as populated
  from pg_catalog.pg_class as c
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  left join pg_catalog.pg_class as t on t.oid = c.reltoastrelid
  left join pg_catalog.pg_am as m on m.oid = c.relam
  left join pg_catalog.pg_tablespace as s on s.oid = c.reltablespace
  where c.relkind = 'm' and ${userSchema('n')}
  order by n.nspname, c.relname
`;

interface SettingsRow {
  readonly view: number;
  readonly name: string;
  readonly statistics: number | null;
  readonly storage: string | null;
  readonly usual_storage: string;
  readonly compression: string | null;
  readonly options: string[] | null;
}

const storageWord = (letter: string): string =>
  `case ${letter} when 'p' then 'PLAIN' when 'e' then 'EXTERNAL' when 'm' then 'MAIN' else 'EXTENDED' end`;

function columnSettings(major: number): string {
  return `
    select *
    from (
      select
        c.oid as view,
        a.attname as name,
        ${major >= 17 ? 'a.attstattarget' : 'nullif(a.attstattarget, -1)'} as statistics,
        case when a.attstorage <> t.typstorage then ${storageWord('a.attstorage')} end as storage,
        ${storageWord('t.typstorage')} as usual_storage,
        case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end as compression,
        a.attoptions as options
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      join pg_catalog.pg_attribute as a on a.attrelid = c.oid
      join pg_catalog.pg_type as t on t.oid = a.atttypid
      where c.relkind = 'm' and a.attnum > 0 and not a.attisdropped and ${userSchema('n')}
    ) as s
    where num_nonnulls(statistics, storage, compression, options) > 0
  `;
}
