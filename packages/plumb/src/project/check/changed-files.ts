import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { Problem } from '../../contract/problem.ts';
import { runGit } from '../../postgres/run-git.ts';

/** What of a folder isn't in the branch that changes are made for. */
export interface ChangedFiles {
  /** Paths in the folder, with `/`. */
  readonly names: readonly string[];
  /** Compared with what, for people: `since origin/main`. */
  readonly since: string;
  /** The branch that changes are made for, where this checkout doesn't have it. */
  readonly missing: string | null;
}

interface Where {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** What to compare with, as git calls it; the default branch if not given. */
  readonly since?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The files of a folder that are new or changed, as git tells: since the branch was taken from the default one, and what
 * isn't committed yet. Null where git can't tell, unless it was asked about a ref: then that is a problem.
 */
export async function changedFiles({ folder, env, since: ref, signal }: Where): Promise<ChangedFiles | null> {
  const git = (...args: readonly string[]) => runGit(args, { cwd: folder, signal });
  const top = (await git('rev-parse', '--show-toplevel'))?.trim();
  if (top === undefined && ref !== undefined) throw noRepository(folder);
  if (top === undefined) return null;
  const target = ref === undefined ? targetBranch(env) : null;
  const branch = ref ?? (await defaultBranch(git, target));
  const base = ref === undefined ? branch && (await mergeBase(git, branch)) : await known(git, ref);
  const since = base == null ? 'HEAD' : base;
  const changed = await git('diff', '--name-only', '-z', '--no-renames', '--diff-filter=AM', since, '--', '.');
  const untracked = await git('ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', '.');
  if (changed === null || untracked === null) return null;
  const inside = (path: string): string => relative(realpathSync(folder), resolve(realpathSync(top), path));
  const names = `${changed}${untracked}`.split('\0').filter((path) => path !== '');
  return {
    names: [...new Set(names.map((path) => inside(path).replaceAll(sep, '/')))],
    since: base == null ? 'not committed' : `new since ${branch}`,
    missing: target !== null && base == null ? target : null,
  };
}

/** Where this branch left another. */
async function mergeBase(git: Git, branch: string): Promise<string | undefined> {
  return (await git('merge-base', 'HEAD', branch))?.trim();
}

/** The commit to compare with, of a ref that somebody named. */
async function known(git: Git, ref: string): Promise<string> {
  const isThere = !ref.startsWith('-') && (await git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`)) !== null;
  const base = isThere ? await mergeBase(git, ref) : undefined;
  if (base !== undefined) return base;
  const isShallow = (await git('rev-parse', '--is-shallow-repository'))?.trim() === 'true';
  throw new Problem('USAGE', isThere ? `Nothing connects ${ref} with this branch.` : `git knows no ${ref}.`, {
    hint: isShallow
      ? 'The clone is shallow. Fetch all of it: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout, or `GIT_DEPTH: 0` in GitLab.'
      : 'Name a commit, a branch or a tag that is here: `git fetch origin main` gets what `origin/main` means.',
  });
}

function noRepository(folder: string): Problem {
  return new Problem('USAGE', `${folder} is in no git repository, so nobody knows what changed since.`, {
    hint: 'Name the files to check instead, or use --last.',
  });
}

type Git = (...args: readonly string[]) => Promise<string | null>;

/** What a pull request goes into, where its pipeline says so. */
function targetBranch(env: NodeJS.ProcessEnv): string | null {
  const { GITHUB_BASE_REF, CI_MERGE_REQUEST_TARGET_BRANCH_NAME, BITBUCKET_PR_DESTINATION_BRANCH } = env;
  return GITHUB_BASE_REF || CI_MERGE_REQUEST_TARGET_BRANCH_NAME || BITBUCKET_PR_DESTINATION_BRANCH || null;
}

/** The target, else what the remote calls its default. */
async function defaultBranch(git: Git, target: string | null): Promise<string | null> {
  const head = (await git('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'))?.trim();
  const usual = ['origin/main', 'origin/master', 'main', 'master'];
  const candidates = [...(target !== null ? [`origin/${target}`, target] : []), ...(head ? [head] : []), ...usual];
  for (const name of candidates) {
    // a name that begins with a dash would be an option
    if (name.startsWith('-')) continue;
    if ((await git('rev-parse', '--verify', '--quiet', `${name}^{commit}`)) !== null) return name;
  }
  return null;
}
