// Starts the project's own database, applies the migrations and the seeds that it lacks, and shows what is there.
// Each step is a command that you can type yourself; it is printed before it runs.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const starter = dirname(dirname(fileURLToPath(import.meta.url)));
const plumbPackage = dirname(createRequire(import.meta.url).resolve('pgplumb/package.json'));
const program = join(plumbPackage, 'bin', 'plumb.js');
const colour = process.stdout.isTTY && !process.env.NO_COLOR;

/** Runs plumb in the starter's folder, on the starter's own database whatever this shell says of others. */
function plumb(args, options = {}) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(DATABASE_URL|PG|POSTGRES_)/.test(name)),
  );
  return spawnSync(process.execPath, [program, ...args], { cwd: starter, env, encoding: 'utf8', ...options });
}

/** Shows a command and what it prints; another answer than these ends the show. */
function show(title, args, answers = [0]) {
  const command = `plumb ${args.map((arg) => (/[^\w./:=-]/.test(arg) ? `'${arg}'` : arg)).join(' ')}`;
  process.stdout.write(`\n${colour ? `\u001b[1m${title}\u001b[22m` : title}\n$ ${command}\n`);
  stopUnlessDone(plumb(args, { stdio: 'inherit' }), answers);
}

function stopUnlessDone({ status, stderr }, answers = [0]) {
  if (answers.includes(status)) return;
  if (stderr) process.stderr.write(stderr);
  process.exit(status ?? 2);
}

/** The rows of a query. */
function rowsOf(args) {
  const asked = plumb([...args, '--json']);
  stopUnlessDone(asked);
  return JSON.parse(asked.stdout).data.results[0].rows;
}

function isSeeded() {
  const [row] = rowsOf(['sql', 'select exists (select from app.posts) as seeded']);
  return row.seeded === true;
}

show('The database of this project', ['db', 'start']);
show('The migrations', ['up']);
if (isSeeded()) process.stdout.write('\nThe seeds are in place.\n');
else show('The seeds', ['seed']);
show('What is in it', ['sql', '-f', 'scripts/overview.sql']);
show('Full-text search', ['sql', '-f', 'db/queries/search-posts.sql', '-p', 'sourdough oven -tomatoes', '-p', '3']);

/** A page of the newest posts, after the last post of the page before. */
function page({ published_at, id }) {
  const after = ['-p', published_at, '-p', id];
  return ['sql', '-f', 'db/queries/published-posts-page.sql', ...after, '-p', '4'];
}

const first = page({ published_at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' });
show('The newest posts, a page by key', first);
show('The next page begins where that one ended', page(rowsOf(first).at(-1)));

// 1: there are findings
const proposed = ['db/proposed/20260201000000_attempts.sql', 'db/proposed/newest-posts.ts'];
show(
  'What plumb says of a change before it is applied',
  ['check', ...proposed, '--base', 'migrations:db/migrations'],
  [0, 1],
);

process.stdout.write(`
The findings are there on purpose: db/proposed holds a migration with two statements that would keep the application
waiting, and a query that pages by OFFSET. Nothing of it was applied. Mend them, and check again.

It keeps running. In examples/starter:
  npx plumb sql "select ..."   ask something yourself
  npm run db:reset             build it anew from nothing
  npx plumb db url             the URL for psql, an ORM or a graphical client
  npx plumb db stop            stop it; the data stays
`);
