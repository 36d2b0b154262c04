import type { AdviceQuery } from '../../advice/query.ts';
import { Problem } from '../../contract/problem.ts';
import type { Profile } from '../../planner/profile/profile.ts';
import { explainedQueries } from '../planning/explained-queries.ts';
import type { Settings } from '../settings/settings.ts';
import type { AdviseRequest } from './advise-request.ts';
import { readWorkload } from './workload-file.ts';

/** The queries that are to become cheap: those of files, of the code, or what production was busy with. */
export async function advisedWorkload(
  request: AdviseRequest,
  settings: Settings,
  profile: Profile,
): Promise<readonly AdviceQuery[]> {
  const { workload, queries, cwd } = request;
  const found: AdviceQuery[] = [];
  for (const file of workload) found.push(...(await readWorkload(file, cwd)));
  if (queries) found.push(...(await inCode(request, settings)));
  if (workload.length === 0 && !queries) found.push(...inProfile(profile));
  if (found.length > 0) return found;
  throw new Problem('USAGE', 'There is no query to advise on.', {
    hint: 'Name a file with --workload (SQL, or JSON or CSV with calls), or take those of the code with --queries. Where pg_stat_statements is installed, a profile has the statements that cost most.',
  });
}

async function inCode(request: AdviseRequest, settings: Settings): Promise<readonly AdviceQuery[]> {
  const found = await explainedQueries({ ...request, sources: [], parameters: [] }, settings);
  return found.map(({ sql, location }, at) => {
    const name = location === null ? `query ${at + 1}` : `${location.file}:${location.line}`;
    return { name, sql, weight: 1 };
  });
}

function inProfile({ queries }: Profile): readonly AdviceQuery[] {
  return queries
    .filter(({ sql }) => !ofTools.test(sql))
    .map(({ sql, calls }, at) => ({ name: `statement ${at + 1}`, sql, weight: calls }));
}

/** What monitoring and migration tools ask. */
const ofTools = /\bpg_(?:catalog|class|stat|namespace|attribute|locks)/;
