import { identifier, objectId, qualified } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import type { Reader } from '../../reader.ts';
import { type Hazard, type Statement, statement } from '../../statement.ts';
import { userSchema } from '../../user-schema.ts';
import { optionChanges, optionList, optionsOf, type StorageOptions } from '../table/storage-options.ts';
import { viewRenaming } from './rename-view.ts';
import { queryOf, type ViewColumn, viewColumns } from './view-columns.ts';

export type ViewFacts = {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly ViewColumn[];
  readonly query: string;
  readonly options: StorageOptions;
  /** What an INSERT into the view puts where it names no value, by column. */
  readonly defaults: Readonly<Record<string, string>>;
};

function viewId(schema: string, name: string): string {
  return objectId('view', [schema, name]);
}

export default defineKind<ViewFacts>({
  id: 'view',
  rank: 80,
  catalog: 'pg_class',
  where: "relkind = 'v'",

  renaming: viewRenaming('VIEW'),

  async read(reader) {
    const columns = await viewColumns(reader, 'v');
    const defaults = await columnDefaults(reader);
    for (const { oid, schema, name, definition, options } of await reader.rows<ViewRow>(views)) {
      const id = viewId(schema, name);
      const ofColumns = defaults.get(oid) ?? [];
      const facts: ViewFacts = {
        schema,
        name,
        columns: columns.get(oid) ?? [],
        query: queryOf(definition),
        options: optionsOf(options),
        defaults: Object.fromEntries(ofColumns.map(({ column, value }) => [column, value])),
      };
      reader.add(
        { id, kind: 'view', parent: null, facts },
        { catalog: 'pg_class', oid },
        ...ofColumns.map((each) => ({ catalog: 'pg_attrdef', oid: each.oid })),
      );
      reader.name(name, id);
    }
  },

  phrase: ({ facts }) => `VIEW ${nameOf(facts)}`,

  occupies: ({ facts }) => [`relation ${nameOf(facts)}`, `type ${nameOf(facts)}`],

  create: ({ facts }) => [define('CREATE', facts), ...defaultChanges({}, facts)],

  drop: ({ facts }) => [statement(`DROP VIEW ${nameOf(facts)}`)],

  alter(from, to) {
    const names = columnChanges(from.facts.columns, to.facts.columns);
    if (typeof names === 'string') return { replace: names };
    const renames = names.map(([before, after]) =>
      statement(`ALTER VIEW ${nameOf(to.facts)} RENAME COLUMN ${identifier(before)} TO ${identifier(after)}`),
    );
    const renamed = new Map(names);
    const defaults = Object.fromEntries(
      Object.entries(from.facts.defaults).map(([column, value]) => [renamed.get(column) ?? column, value]),
    );
    const redefined = from.facts.query !== to.facts.query;
    const [first, ...others] = redefined
      ? [define('CREATE OR REPLACE', to.facts)]
      : optionStatements(from.facts, to.facts);
    return {
      statements: [
        ...renames,
        ...(first === undefined ? [] : [{ ...first, hazards: accessHazards(from.facts, to.facts) }]),
        ...others,
        ...defaultChanges(defaults, to.facts),
      ],
    };
  },
});

function nameOf({ schema, name }: ViewFacts): string {
  return qualified(schema, name);
}

function define(words: string, facts: ViewFacts): Statement {
  const options = optionList(facts.options);
  return statement(`${words} VIEW ${nameOf(facts)}${options && ` WITH (${options})`} AS\n${facts.query}`);
}

/**
 * Which columns are renamed; a text says why the view can't be replaced in place. Columns may only be appended, and a
 * name may only change where it is in one of the two alone: what reads it in both would silently read another column.
 */
function columnChanges(
  from: readonly ViewColumn[],
  to: readonly ViewColumn[],
): readonly (readonly [before: string, after: string])[] | string {
  if (from.length > to.length) return "PostgreSQL can't remove columns of a view";
  const before = new Set(from.map(({ name }) => name));
  const after = new Set(to.map(({ name }) => name));
  const renames: (readonly [string, string])[] = [];
  for (const [at, column] of from.entries()) {
    const other = to[at];
    if (other === undefined || column.type !== other.type || column.collation !== other.collation) {
      return "PostgreSQL can't change the type of a view's column";
    }
    if (column.name === other.name) continue;
    if (after.has(column.name) || before.has(other.name))
      return "PostgreSQL can't change the order of a view's columns";
    renames.push([column.name, other.name]);
  }
  return renames;
}

function optionStatements(from: ViewFacts, to: ViewFacts): readonly Statement[] {
  const { set, reset } = optionChanges(from.options, to.options);
  const view = nameOf(to);
  return [
    ...(reset.length === 0 ? [] : [statement(`ALTER VIEW ${view} RESET (${reset.join(', ')})`)]),
    ...(Object.keys(set).length === 0 ? [] : [statement(`ALTER VIEW ${view} SET (${optionList(set)})`)]),
  ];
}

function defaultChanges(from: ViewFacts['defaults'], to: ViewFacts): readonly Statement[] {
  const alter = `ALTER VIEW ${nameOf(to)} ALTER COLUMN`;
  return [
    ...Object.keys(from).flatMap((column) =>
      column in to.defaults ? [] : [statement(`${alter} ${identifier(column)} DROP DEFAULT`)],
    ),
    ...Object.entries(to.defaults).flatMap(([column, value]) =>
      from[column] === value ? [] : [statement(`${alter} ${identifier(column)} SET DEFAULT ${value}`)],
    ),
  ];
}

function accessHazards(from: ViewFacts, to: ViewFacts): readonly Hazard[] {
  const isInvoker = ({ options }: ViewFacts): boolean => options.security_invoker === 'true';
  if (isInvoker(from) === isInvoker(to)) return [];
  const view = nameOf(to);
  const whose = isInvoker(to) ? 'whoever reads it, no longer of its owner' : 'its owner, no longer of whoever reads it';
  return [{ kind: 'access-changes', message: `The view ${view} reads with the rights of ${whose}.`, objects: [view] }];
}

interface ViewRow {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly definition: string;
  readonly options: string[] | null;
}

const views = `
  select c.oid, n.nspname as schema, c.relname as name, pg_get_viewdef(c.oid) as definition, c.reloptions as options
  from pg_catalog.pg_class as c
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  where c.relkind = 'v' and ${userSchema('n')}
  order by n.nspname, c.relname
`;

interface ColumnDefault {
  readonly view: number;
  readonly oid: number;
  readonly column: string;
  readonly value: string;
}

/** Defaults of views' columns, by the view's oid. */
async function columnDefaults(reader: Reader): Promise<ReadonlyMap<number, readonly ColumnDefault[]>> {
  const rows = await reader.rows<ColumnDefault>(`
    select d.adrelid as view, d.oid, a.attname as column, pg_get_expr(d.adbin, d.adrelid) as value
    from pg_catalog.pg_attrdef as d
    join pg_catalog.pg_class as c on c.oid = d.adrelid
    join pg_catalog.pg_attribute as a on a.attrelid = d.adrelid and a.attnum = d.adnum
    where c.relkind = 'v'
    order by d.adrelid, d.adnum
  `);
  const found = new Map<number, ColumnDefault[]>();
  for (const row of rows) found.set(row.view, [...(found.get(row.view) ?? []), row]);
  return found;
}
