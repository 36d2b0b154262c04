import { atLevels } from '../../../rules/levels.ts';
import { parseQuery } from '../../../workload/parse-query.ts';
import { resolveSettings } from '../../settings/resolve-settings.ts';
import type { QueriesRequest, QueryCheck } from '../check-queries.ts';
import { findingsIn, linted, queriesIn } from '../files-of-queries.ts';
import { groundOfQueries } from '../ground-of-queries.ts';
import { staticGround } from './static-ground.ts';

/** Lets rules look at queries with what SQL tells of the tables. Whether there are such tables, a server would have to say. */
export async function checkQueriesStatically(request: QueriesRequest): Promise<QueryCheck> {
  const { cwd, env, configFile, files, signal } = request;
  const flags = { major: request.major, migrations: request.migrations };
  const settings = await resolveSettings({ cwd, env, configFile, flags });
  const { levels, major } = settings;
  const { base, migrations } = await groundOfQueries(request, settings);
  const { label, prediction } = await staticGround(base, { major, given: true, signal });
  for (const migration of migrations) prediction.migrate(migration);
  const catalog = prediction.after;
  const found = await Promise.all(files.map((file) => queriesIn(file, cwd)));
  const queries = found.flatMap((each) => each.queries);
  const trees = new Map(queries.map((query) => [query, parseQuery(query)]));
  return {
    checked: {
      files,
      queries: queries.length,
      unknown: [...trees.values()].filter((tree) => tree === null).length,
      built: found.reduce((sum, each) => sum + each.built, 0),
      base: label,
    },
    postgres: null,
    findings: atLevels(
      found.flatMap((each) =>
        findingsIn(each, (query) => {
          const tree = trees.get(query) ?? null;
          return tree === null ? [] : linted(query, tree, catalog, levels);
        }),
      ),
      levels,
    ),
  };
}
