import { resolve } from 'node:path';
import { locationAt } from '@pgplumb/migrate/sql';
import { type Node, parseSync } from 'libpg-query';
import { Problem } from '../../contract/problem.ts';
import type { QueryToExplain } from '../../planner/explain/explain-query.ts';
import { runGit } from '../../postgres/run-git.ts';
import { readSqlFile, type SqlSource } from '../../sql/source.ts';
import { findInSql } from '../../workload/find-in-sql.ts';
import { findInTypescript } from '../../workload/find-in-typescript.ts';
import { type FoundQuery, placeInFile } from '../../workload/found-query.ts';
import { isCode } from '../check/is-code.ts';
import { isWorkload } from '../check/is-workload.ts';
import { shownPath } from '../schema/shown-path.ts';
import type { Settings } from '../settings/settings.ts';
import type { ExplainRequest } from './explain-request.ts';

/** Every statement that was given, and every query of the project's code where that is asked for, each with its place. */
export async function explainedQueries(
  {
    sources,
    queries,
    parameters,
    cwd,
    signal,
  }: Pick<ExplainRequest, 'sources' | 'queries' | 'parameters' | 'cwd' | 'signal'>,
  settings: Settings,
): Promise<readonly QueryToExplain[]> {
  const given: QueryToExplain[] = [];
  for (const source of sources) given.push(...(await statementsOf(source, parameters)));
  const found = queries ? await projectQueries(settings, cwd, signal) : [];
  // parts that are put in only when it runs can't be planned
  return [...given, ...found.filter(({ open }) => !open).map((query) => queryOf(query, parameters))];
}

async function statementsOf(source: SqlSource, parameters: readonly string[]): Promise<readonly QueryToExplain[]> {
  const found = await findInSql(source);
  if (!('message' in found)) return found.map((query) => queryOf(query, parameters));
  const location = isFile(source) ? locationAt(source, found.offset, found.offset + 1) : null;
  return [{ sql: source.text, tree: null, location, parameters: [] }];
}

function queryOf(query: FoundQuery, parameters: readonly string[]): QueryToExplain {
  const { text, source } = query;
  const location = isFile(source) ? placeInFile(query, 0, text.length) : null;
  return { sql: text, tree: parsed(text), location, parameters: /\$\d/.test(text) ? parameters : [] };
}

function parsed(sql: string): Node | null {
  try {
    return parseSync(sql).stmts?.[0]?.stmt ?? null;
  } catch {
    return null;
  }
}

/** An argument or standard input is no place to go to. */
function isFile({ name }: SqlSource): boolean {
  return !name.startsWith('<');
}

/** The queries in all of a project's code, as far as git knows it. */
async function projectQueries(settings: Settings, cwd: string, signal: AbortSignal): Promise<readonly FoundQuery[]> {
  const listed = await runGit(['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: settings.root,
    signal,
  });
  if (listed === null) {
    throw new Problem(
      'USAGE',
      'The queries of a project are looked for in the files that git knows, and here is no repository.',
      {
        hint: 'Name the files with -f.',
      },
    );
  }
  const found: FoundQuery[] = [];
  const paths = listed.split('\0').filter((name) => name !== '' && !/\.d\.[cm]?ts$/.test(name));
  for (const path of paths.map((name) => resolve(settings.root, name)).filter((each) => isWorkload(settings, each))) {
    found.push(...(await queriesIn(path, shownPath(cwd, path))));
  }
  return found;
}

async function queriesIn(path: string, shown: string): Promise<readonly FoundQuery[]> {
  const source = await readSqlFile(shown, path).catch((error: unknown) => {
    // deleted, and git not yet told
    if (error instanceof Problem && error.code === 'FILE_NOT_FOUND') return null;
    throw error;
  });
  if (source === null) return [];
  if (isCode(path)) return findInTypescript(source).queries;
  const found = await findInSql(source);
  return 'message' in found ? [] : found;
}
