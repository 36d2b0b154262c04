// Writes the reference pages from the built code that they describe; with --check it only says which are stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from '../packages/plumb/dist/cli/app.js';
import { helpOf } from '../packages/plumb/dist/cli/help.js';
import { problemCodes } from '../packages/plumb/dist/contract/problem.js';
import { problemMeanings } from '../packages/plumb/dist/contract/problem-meanings.js';

const folder = fileURLToPath(new URL('../docs/reference/', import.meta.url));
const pages = { 'commands.md': commandsPage(), 'errors.md': errorsPage() };
const present = existsSync(folder) ? readdirSync(folder) : [];

const stale = Object.keys(pages).filter((name) => !present.includes(name) || read(name) !== pages[name]);
const orphaned = present.filter((name) => !(name in pages));

if (process.argv.includes('--check')) {
  const wrong = [...stale, ...orphaned].map((name) => `docs/reference/${name}`);
  if (wrong.length > 0) {
    process.stdout.write(`Stale: ${wrong.join(', ')}. Run \`npm run build && npm run generate\`.\n`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const name of stale) writeFileSync(join(folder, name), pages[name]);
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
  return page(
    'Commands',
    `Every command prints one JSON object with \`--json\`. The exit code is 0 when all is well, 1 when the answer is no, and
2 when the command could not run.`,
    commands
      .map(({ command, brief }) => `- [\`plumb ${command}\`](#plumb-${command.replaceAll(' ', '-')}): ${brief}`)
      .join('\n'),
    ...commands.map(commandSection),
  );
}

function help(words) {
  const target = words.reduce((group, word) => group.commands[word], app);
  return helpOf(target, words);
}

function commandSection({ command, usage, brief, description, arguments: args, flags, examples }) {
  return [
    `## plumb ${command}`,
    `${brief}.`,
    description,
    fence('sh', usage),
    list(args.map(({ name, brief: does, required }) => [required ? `<${name}>` : `[${name}]`, does])),
    list(flags.map(({ flag, short, value, brief: does }) => [flagTerm(flag, short, value), does])),
    examples.length > 0 && 'Examples:',
    list(examples.map((example) => [example.command, example.does])),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function flagTerm(flag, short, value) {
  return `${short === null ? '' : `${short}, `}${flag}${value === null ? '' : ` ${value}`}`;
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

function list(entries) {
  return entries.map(([term, text]) => `- \`${term}\`: ${text}`).join('\n');
}

function fence(language, text) {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
