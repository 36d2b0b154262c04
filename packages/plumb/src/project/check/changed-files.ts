import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { runGit } from '../../postgres/run-git.ts';

/** What of a folder isn't in the branch that changes are made for. */
export interface ChangedFiles {
  /** Paths in the folder, with `/`. */
  readonly names: readonly string[];
  /** Compared with what, for people: `since origin/main`. */
  readonly since: string;
}

interface Where {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The files of a folder that are new or changed, as git tells: since the branch was taken from the default one, and what
 * isn't committed yet. Null where git can't tell.
 */
export async function changedFiles({ folder, env, signal }: Where): Promise<ChangedFiles | null> {
  const git = (...args: readonly string[]) => runGit(args, { cwd: folder, signal });
  const top = (await git('rev-parse', '--show-toplevel'))?.trim();
  if (top === undefined) return null;
  const branch = await defaultBranch(git, env);
  const base = branch === null ? null : (await git('merge-base', 'HEAD', branch))?.trim();
  const since = base == null ? 'HEAD' : base;
  const changed = await git('diff', '--name-only', '-z', '--no-renames', '--diff-filter=AM', since, '--', '.');
  const untracked = await git('ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', '.');
  if (changed === null || untracked === null) return null;
  const inside = (path: string): string => relative(realpathSync(folder), resolve(realpathSync(top), path));
  const names = `${changed}${untracked}`.split('\0').filter((path) => path !== '');
  return {
    names: [...new Set(names.map((path) => inside(path).replaceAll(sep, '/')))],
    since: base == null ? 'not committed' : `new since ${branch}`,
  };
}

type Git = (...args: readonly string[]) => Promise<string | null>;

/** What a pull request goes into where its pipeline says so, else what the remote calls its default. */
async function defaultBranch(git: Git, env: NodeJS.ProcessEnv): Promise<string | null> {
  const target = env.GITHUB_BASE_REF || env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME || env.BITBUCKET_PR_DESTINATION_BRANCH;
  const head = (await git('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'))?.trim();
  const usual = ['origin/main', 'origin/master', 'main', 'master'];
  const candidates = [...(target ? [`origin/${target}`, target] : []), ...(head ? [head] : []), ...usual];
  for (const name of candidates) {
    // a name that begins with a dash would be an option
    if (name.startsWith('-')) continue;
    if ((await git('rev-parse', '--verify', '--quiet', `${name}^{commit}`)) !== null) return name;
  }
  return null;
}
