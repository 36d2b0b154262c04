import { resolve } from 'node:path';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { qualified } from '../../catalog/identifier.ts';
import { dependenciesInRows, type TableToCompare } from '../../catalog/usage/dependencies-in-rows.ts';
import { almostAlways, readUsage } from '../../catalog/usage/read-usage.ts';
import type { Usage } from '../../catalog/usage/usage.ts';
import { Problem } from '../../contract/problem.ts';
import type { Profile, ProfiledRelation } from '../../planner/profile/profile.ts';
import { connect } from '../../postgres/connection/connect.ts';
import { withClient } from '../../postgres/with-client.ts';
import { columnsByTable } from '../../rules/facts/columns-of.ts';
import { factsOf } from '../../rules/facts/objects-of.ts';
import type { OpenedSource } from '../../sources/opened-source.ts';
import { parseSchemaSource } from '../../sources/schema-source.ts';
import type { CheckRequest } from './check-migrations.ts';

type Asked = Pick<CheckRequest, 'cwd' | 'env' | 'sizes' | 'signal'> & { readonly profile?: string | undefined };

/** What counters and rows say of a schema: of the server that is asked, of a profile, or of the base itself. */
export async function usageOf(source: OpenedSource, catalog: Catalog, request: Asked): Promise<Usage> {
  const { cwd, env, sizes, profile, signal } = request;
  if (sizes !== undefined) {
    const server = parseSchemaSource(sizes, { cwd, env });
    if (server.type !== 'url') {
      throw new Problem('USAGE', `--sizes ${sizes} is no database.`, {
        hint: 'Give the URL of the server that says how large the tables are.',
      });
    }
    return withClient(() => connect(server.settings, { signal }), signal, readUsage);
  }
  const own = await withClient(source.connect, signal, async (client) => {
    const usage = await readUsage(client);
    if (source.origin === 'url') return usage;
    // nobody reads a shadow, or writes to it; its rows are there to be looked at
    const dependencies = await dependenciesInRows(client, tablesToCompare(catalog, usage));
    return { ...usage, indexes: [], tables: [], dependencies: [...usage.dependencies, ...dependencies] };
  });
  if (profile === undefined) return own;
  const { readProfile } = await import('../../planner/profile/read-profile.ts');
  return { ...own, ...usageIn(readProfile(resolve(cwd, profile), profile), catalog) };
}

/** Tables with rows: what leads to other columns is a number, or a short text. */
function tablesToCompare(catalog: Catalog, { tables }: Usage): readonly TableToCompare[] {
  const filled = new Set(tables.filter(({ bytes }) => bytes > 0).map(({ table }) => table));
  return [...columnsByTable(catalog)].flatMap(([table, columns]) => {
    const names = columns.map(({ name }) => name);
    const of = columns.filter(({ base }) => /^(?:bigint|integer|smallint|uuid|text|character)/.test(base));
    return filled.has(table) && names.length <= 30 ? [{ table, of: of.map(({ name }) => name), columns: names }] : [];
  });
}

/** What a profile holds of it: it knows neither sequences nor which rows are gone. */
function usageIn({ relations, columns, statistics }: Profile, catalog: Catalog): Omit<Usage, 'sequences'> {
  const pathOf = ({ schema, name }: { readonly schema: string; readonly name: string }) => qualified(schema, name);
  const scans = new Map(relations.map((each) => [pathOf(each), each.activity?.scans]));
  const widthOf = ({ schema, name }: ProfiledRelation): number =>
    columns
      .filter((each) => each.schema === schema && each.relation === name && !each.inherited)
      .reduce((sum, { width, nullFraction }) => sum + width * (1 - nullFraction), 0);
  return {
    indexes: relations.flatMap((each) => {
      const own = each.activity?.scans;
      if (each.kind !== 'index' || own === undefined || each.table === undefined) return [];
      return [{ index: pathOf(each), scans: own, tableScans: scans.get(qualified(each.schema, each.table)) ?? 0 }];
    }),
    tables: relations.flatMap((each) => {
      if (each.kind !== 'table') return [];
      const [bytes, needed] = [each.pages * 8192, each.reltuples * (32 + widthOf(each))];
      const wasted = each.reltuples > 0 && bytes > 0 ? 1 - needed / bytes : null;
      return [{ table: pathOf(each), bytes, wasted, rows: Math.max(0, each.reltuples), dead: 0 }];
    }),
    dependencies: statistics.flatMap(({ schema, name, dependencies = [] }) => {
      const made = factsOf(catalog, 'statistics').find((each) => each.schema === schema && each.name === name);
      if (made === undefined) return [];
      return dependencies.flatMap(({ attributes, degree }) => {
        const [column, ...of] = attributes.filter((each) => typeof each === 'string').toReversed();
        return column === undefined || degree < almostAlways || of.length === 0
          ? []
          : [{ table: made.table, of: of.toReversed(), column }];
      });
    }),
  };
}
