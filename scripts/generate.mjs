// Writes the reference pages from the code that they describe; with --check it only says which are stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';

const jiti = createJiti(import.meta.url);
const { statementsOf } = await jiti.import('../packages/migrate/src/sql/index.ts');
const { app } = await jiti.import('../packages/plumb/src/cli/app.ts');
const { helpOf } = await jiti.import('../packages/plumb/src/cli/help.ts');
const { problemCodes } = await jiti.import('../packages/plumb/src/contract/problem.ts');
const { problemMeanings } = await jiti.import('../packages/plumb/src/contract/problem-meanings.ts');
const { planFindings } = await jiti.import('../packages/plumb/src/planner/findings/plan-findings.generated.ts');
const { knownRules } = await jiti.import('../packages/plumb/src/project/check/known-rules.ts');

const groupTitles = {
  locks: 'Locks and rewrites',
  data: 'Data',
  application: 'The application that is still running',
  transaction: 'Transaction form',
  schema: 'Schema design',
  security: 'Security',
  queries: 'Queries',
  style: 'Naming and style',
  rehearsal: 'The rehearsal itself',
};

const folder = fileURLToPath(new URL('../docs/reference/', import.meta.url));
const pages = { 'commands.md': commandsPage(), 'errors.md': errorsPage(), ...rulePages(), ...planFindingPages() };
const present = existsSync(folder)
  ? readdirSync(folder, { recursive: true })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.md'))
  : [];

const stale = Object.keys(pages).filter((name) => !present.includes(name) || read(name) !== pages[name]);
const orphaned = present.filter((name) => !(name in pages));

if (process.argv.includes('--check')) {
  const wrong = [...stale, ...orphaned].map((name) => `docs/reference/${name}`);
  if (wrong.length > 0) {
    process.stdout.write(`Stale: ${wrong.join(', ')}. Run \`npm run generate\`.\n`);
    process.exitCode = 1;
  }
} else {
  for (const name of stale) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), pages[name]);
  }
  for (const name of orphaned) rmSync(join(folder, name));
}

function read(name) {
  return readFileSync(join(folder, name), 'utf8');
}

function page(title, ...parts) {
  return `${[`# ${title}`, '<!-- Written by scripts/generate.mjs. -->', ...parts.filter(Boolean)].join('\n\n')}\n`;
}

function commandsPage() {
  const commands = helpOf(app, []).commands.map(({ command }) => help(command.split(' ')));
  const [first, ...rest] = commands;
  const shared = first.flags.filter(({ flag }) =>
    rest.every(({ flags }) => flags.some((other) => other.flag === flag)),
  );
  const isOwn = ({ flag }) => !shared.some((other) => other.flag === flag);
  return page(
    'Commands',
    list(commands.map(({ command, brief }) => [`plumb ${command}`, brief])),
    'Every command has these flags:',
    list(shared.map(flagEntry)),
    'The exit code is 0 when all is well, 1 when the answer is no, and 2 when the command could not run.',
    ...commands.map((command) => commandSection({ ...command, flags: command.flags.filter(isOwn) })),
  );
}

function help(words) {
  const target = words.reduce((group, word) => group.commands[word], app);
  return helpOf(target, words);
}

function commandSection({ command, usage, brief, description, arguments: args, flags, examples }) {
  const argumentEntries = args.map(({ name, brief: does, required }) => [required ? `<${name}>` : `[${name}]`, does]);
  return [
    `## plumb ${command}`,
    `${brief}.`,
    description,
    fence('sh', usage),
    list([...argumentEntries, ...flags.map(flagEntry)]),
    'Examples:',
    list(examples.map((example) => [example.command, example.does])),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function flagEntry({ flag, short, value, brief }) {
  return [`${short === null ? '' : `${short}, `}${flag}${value === null ? '' : ` ${value}`}`, brief];
}

function errorsPage() {
  return page(
    'Error codes',
    `A problem that you can do something about carries one of these codes: as \`error.code\` in the output of \`--json\`, and as
\`code\` of the \`Problem\` that the library throws. Codes are not renamed; new ones may be added.`,
    ['| code | means |', '|---|---|', ...problemCodes.map((code) => `| \`${code}\` | ${problemMeanings[code]} |`)].join(
      '\n',
    ),
  );
}

function rulePages() {
  const groups = knownRules();
  const pagesOfRules = groups.flatMap(({ rules }) => rules.map((rule) => [`rules/${rule.id}.md`, rulePage(rule)]));
  return { 'rules/README.md': rulesPage(groups), ...Object.fromEntries(pagesOfRules) };
}

function rulesPage(groups) {
  return page(
    'Rules',
    `What \`plumb check\` finds, by group. \`plumb rules <id>\` tells the same at the terminal. A finding that is meant so is
silenced by a comment above its statement that gives the reason: \`-- plumb-ignore <rule>: <reason>\`.`,
    ...groups.map(({ group, rules }) =>
      [
        `## ${groupTitles[group]}`,
        rules
          .map(({ id, title, optional }) => `- [\`${id}\`](${id}.md): ${title}${optional ? ' (off unless asked)' : ''}`)
          .join('\n'),
      ].join('\n\n'),
    ),
  );
}

function rulePage({ id, group, on, severity, title, why, todo, since, optional, bad, good }) {
  const versions = since === null ? 'every PostgreSQL' : `PostgreSQL ${since} and newer`;
  return page(
    id,
    `${title}.`,
    [
      `| group | severity | holds for | looked at |`,
      '|---|---|---|---|',
      `| ${groupTitles[group]} | ${severity} | ${versions} | ${optional ? 'when asked for' : 'always'} |`,
    ].join('\n'),
    '## Why',
    why,
    '## What to do',
    todo,
    '## Found',
    ...bad.map((each) => ruleExample(each, on)),
    '## Fine',
    ...good.map((each) => ruleExample(each, on)),
  );
}

function planFindingPages() {
  const pagesOfFindings = planFindings.map((finding) => [`plan-findings/${finding.id}.md`, planFindingPage(finding)]);
  const listed = (from) =>
    planFindings
      .filter((finding) => finding.from === from)
      .map(({ id, title }) => `- [\`${id}\`](${id}.md): ${title}`)
      .sort()
      .join('\n');
  const readme = page(
    'Plan findings',
    'What `plumb explain` sees in plans. Where a fix names an index or another query, it was planned again, and the finding tells what it gains.',
    '## Seen in the plan alone',
    listed('plan'),
    '## Seen in what EXPLAIN (ANALYZE, BUFFERS) measured',
    listed('execution'),
  );
  return { 'plan-findings/README.md': readme, ...Object.fromEntries(pagesOfFindings) };
}

function planFindingPage({ id, title, severity, from, why, todo, bad, good }) {
  const seen = from === 'plan' ? 'the plan alone' : 'EXPLAIN (ANALYZE, BUFFERS)';
  let shown = null;
  const example = ({ base, sql, plan, parameters }) => {
    if (plan !== undefined) return fence('text', plan);
    const tables = base.replace(/\bINSERT INTO [\s\S]*?;\n|\b(?:VACUUM )?ANALYZE;\n/g, '');
    const before = base === shown ? [] : ['-- with', statements(tables), ''];
    shown = base;
    const values =
      parameters === undefined ? [] : [`-- ${parameters.map((value, at) => `$${at + 1} = ${value}`).join(', ')}`];
    return fence('sql', [...before, ...values, statements(sql)].join('\n'));
  };
  return page(
    id,
    `${title}.`,
    ['| severity | seen in |', '|---|---|', `| ${severity} | ${seen} |`].join('\n'),
    '## Why',
    why,
    '## What to do',
    todo,
    '## Found',
    ...bad.map(example),
    '## Fine',
    ...good.map(example),
  );
}

function ruleExample({ base, sql, code, majors }, on) {
  const only = majors === undefined ? [] : [`-- PostgreSQL ${majors.join(', ')}`];
  const what = on === 'query' || on === 'code' || on === 'plans' ? 'query' : 'migration';
  if (sql === undefined && code === undefined) return fence('sql', [...only, statements(base)].join('\n'));
  const before = base === undefined ? [] : ['-- before', statements(base), ''];
  const change = sql === undefined ? [] : [`-- the ${code === undefined ? what : 'migration'}`, statements(sql)];
  const shown = base === undefined ? change.slice(1) : change;
  const inSql = fence('sql', [...only, ...before, ...shown].join('\n').trim());
  return code === undefined ? inSql : `${inSql}\n\n${fence('ts', code)}`;
}

/** Statements of one line stand under each other. */
function statements(text) {
  const trimmed = text.trim();
  if (trimmed.includes('\n')) return trimmed;
  return statementsOf({ source: { name: 'example', text: trimmed }, start: 0, end: trimmed.length })
    .map((statement) => `${statement.text};`)
    .join('\n');
}

function list(entries) {
  return entries.map(([term, text]) => `- \`${term}\`: ${text}`).join('\n');
}

function fence(language, text) {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
