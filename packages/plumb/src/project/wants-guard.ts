type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether SQL may be a stranger's though the command is one that people run on their own: `PLUMB_GUARD` says so, else
 * whether a pull request is what is built. The configuration doesn't say it, since a pull request can change that.
 */
export function wantsGuard(env: Environment): boolean {
  const said = env.PLUMB_GUARD?.trim().toLowerCase();
  if (said !== undefined && said !== '') return !['0', 'false', 'no', 'off'].includes(said);
  return isPullRequest(env);
}

function isPullRequest(env: Environment): boolean {
  const numbers = [
    env.CI_MERGE_REQUEST_IID,
    env.BITBUCKET_PR_ID,
    env.BUILDKITE_PULL_REQUEST,
    env.CHANGE_ID,
    env.CIRCLE_PULL_REQUEST,
    env.DRONE_PULL_REQUEST,
    env.SYSTEM_PULLREQUEST_PULLREQUESTID,
    env.TRAVIS_PULL_REQUEST,
  ];
  return (
    /^pull_request/.test(env.GITHUB_EVENT_NAME ?? '') ||
    numbers.some((number) => number !== undefined && number !== '' && number !== 'false')
  );
}
