// Writes what plumb check says as the one comment on a pull request: the comment is found again by the mark in its first
// line. What goes wrong here is a warning, since the answer stands in the log and in the summary, too.
import { existsSync, readFileSync } from 'node:fs';

const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN, PLUMB_MARKDOWN, PLUMB_PROJECT, PLUMB_PULL_REQUEST } =
  process.env;

try {
  if (existsSync(PLUMB_MARKDOWN)) await comment(readFileSync(PLUMB_MARKDOWN, 'utf8'));
} catch (error) {
  const hint = error.status === 403 || error.status === 404 ? ' Does the job have `pull-requests: write`?' : '';
  process.stdout.write(`::warning title=plumb check::There is no comment: ${oneLine(error.message)}.${hint}\n`);
}

async function comment(markdown) {
  const [firstLine, ...rest] = markdown.split('\n');
  // a repository may hold several projects, each with its own comment
  const mark = PLUMB_PROJECT === '.' ? firstLine : firstLine.replace(' -->', ` of ${oneLine(PLUMB_PROJECT)} -->`);
  const body = [mark, ...rest].join('\n');
  const earlier = await earlierComment(mark);
  if (earlier !== undefined) await ask('PATCH', `issues/comments/${earlier.id}`, { body });
  else if (isWorthOne(body)) await ask('POST', `issues/${PLUMB_PULL_REQUEST}/comments`, { body });
}

/** A pull request that touches nothing of ours gets no comment. */
function isWorthOne(body) {
  return !body.includes('\n### ✅ ') || body.includes('\n| ');
}

async function earlierComment(mark) {
  for (let page = 1; ; page++) {
    const comments = await ask('GET', `issues/${PLUMB_PULL_REQUEST}/comments?per_page=100&page=${page}`);
    const found = comments.find(({ body }) => body?.split(/\r?\n/)[0] === mark);
    if (found !== undefined || comments.length < 100) return found;
  }
}

async function ask(method, path, content) {
  const response = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${GITHUB_TOKEN}`,
      'content-type': 'application/json',
      'x-github-api-version': '2022-11-28',
    },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
  });
  if (response.ok) return await response.json();
  const { message = response.statusText } = await response.json().catch(() => ({}));
  throw Object.assign(new Error(`GitHub says ${response.status}, ${message}`), { status: response.status });
}

function oneLine(text) {
  return text.replaceAll(/\s+/g, ' ').replaceAll('--', '- -');
}
