// Writes the registries of what lies one to a file in a folder; with --check it only says which are stale.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../packages/plumb/src/', import.meta.url));

const ruleFolders = ['migration', 'schema', 'query', 'code', 'plans', 'rehearsal'];

const registries = [
  { folders: ['catalog/kinds'], file: 'catalog/kinds.generated.ts', text: kindsFile },
  { folders: ruleFolders.map((folder) => `rules/${folder}`), file: 'rules/rules.generated.ts', text: rulesFile },
  { folders: ruleFolders.map((folder) => `rules/${folder}`), file: 'rules/rule-ids.generated.ts', text: ruleIdsFile },
  {
    folders: ['planner/findings/plan', 'planner/findings/execution'],
    file: 'planner/findings/plan-findings.generated.ts',
    text: planFindingsFile,
  },
];

const stale = registries.flatMap(({ folders, file, text }) => {
  const wanted = text(...folders.map((folder) => idsIn(`${source}${folder}`)));
  const path = `${source}${file}`;
  return existsSync(path) && readFileSync(path, 'utf8') === wanted ? [] : [{ file, path, wanted }];
});

if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    process.stdout.write(`Stale: ${stale.map(({ file }) => file).join(', ')}. Run \`npm run generate\`.\n`);
    process.exitCode = 1;
  }
} else {
  for (const { path, wanted } of stale) writeFileSync(path, wanted);
}

/** A kind is the file of its name, or the file of its name in a folder of its name. */
function idsIn(folder) {
  // git keeps no folder that is empty
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isDirectory() && existsSync(`${folder}/${entry.name}/${entry.name}.ts`)) {
        return [{ id: entry.name, path: `${entry.name}/${entry.name}.ts` }];
      }
      const [, id] = entry.isFile() ? (/^([a-z0-9-]+)\.ts$/.exec(entry.name) ?? []) : [];
      return id === undefined ? [] : [{ id, path: entry.name }];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function kindsFile(ids) {
  const name = (id) => named(id, 'Kind');
  return `// Written by scripts/generate-registries.mjs.
import type { Kind } from './kind.ts';
${ids.map(({ id, path }) => `import ${name(id)} from './kinds/${path}';`).join('\n')}

const all: readonly Kind[] = [
${ids.map(({ id }) => `  ${name(id)},`).join('\n')}
];

/** Every kind by its id, in the order in which they are read and dumped. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  all.toSorted((a, b) => a.rank - b.rank).map((kind) => [kind.id, kind]),
);
`;
}

function rulesFile(...folders) {
  const found = folders.flatMap((ids, at) => ids.map((rule) => ({ ...rule, folder: ruleFolders[at] })));
  const name = (id) => named(id, 'Rule');
  const imports = found.map(({ id, path, folder }) => `import ${name(id)} from './${folder}/${path}';`);
  return `// Written by scripts/generate-registries.mjs.
${[...imports, "import type { Rule } from './rule.ts';"].sort(byPath).join('\n')}

/** Every rule, those of migrations first. */
export const rules: readonly Rule[] = [
${found.map(({ id }) => `  ${name(id)},`).join('\n')}
];
`;
}

function ruleIdsFile(...folders) {
  const ids = folders.flatMap((rules) => rules.map(({ id }) => id)).sort();
  return `// Written by scripts/generate-registries.mjs.

/** The names of all rules, for what doesn't need the rules themselves. */
export const ruleIds = [
${ids.map((id) => `  '${id}',`).join('\n')}
] as const;

export type RuleId = (typeof ruleIds)[number];
`;
}

function planFindingsFile(plan, execution) {
  const found = [
    ...execution.map((finding) => ({ ...finding, folder: 'execution' })),
    ...plan.map((finding) => ({ ...finding, folder: 'plan' })),
  ];
  const name = (id) => named(id, 'Finding');
  const imports = found.map(({ id, path, folder }) => `import ${name(id)} from './${folder}/${path}';`);
  return `// Written by scripts/generate-registries.mjs.
${imports.slice(0, execution.length).join('\n')}
${imports.slice(execution.length).join('\n')}
import type { PlanFinding } from './plan-finding.ts';

/** Every plan finding. */
export const planFindings: readonly PlanFinding[] = [
${found.map(({ id }) => `  ${name(id)},`).join('\n')}
];
`;
}

/** As the formatter sorts imports. */
function byPath(one, other) {
  const path = (line) => line.slice(line.indexOf("'"), line.lastIndexOf('.ts'));
  return path(one) < path(other) ? -1 : 1;
}

function named(id, ending) {
  return `${id.replace(/-(.)/g, (_, letter) => letter.toUpperCase())}${ending}`;
}
