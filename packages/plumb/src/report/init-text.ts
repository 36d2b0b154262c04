import { renderDefinitions } from './definitions.ts';
import type { Look } from './look.ts';
import { renderProse } from './prose.ts';
import { padEnd } from './text-width.ts';

export interface ShownInit {
  readonly root: string;
  readonly dryRun: boolean;
  readonly files: readonly { readonly path: string; readonly action: 'create' | 'change' | 'keep' }[];
  readonly addedScripts: readonly string[];
  readonly otherScripts: readonly string[];
  readonly configAbove: string | null;
  readonly install: string | null;
}

/** What was set up, file by file, and what to do next. */
export function renderInit(init: ShownInit, look: Look): string {
  const { root, dryRun, files, install } = init;
  const idle = files.every(({ action }) => action === 'keep');
  const title = dryRun ? 'This would be set up in' : 'plumb is set up in';
  const next = [
    ...(install === null ? [] : [[install, 'Install plumb'] as const]),
    ...(idle ? [] : [['npx plumb db start', "Start the project's own PostgreSQL"] as const]),
  ];
  return [
    idle ? `Everything is in place in ${look.name(root)}` : `${title} ${look.name(root)}`,
    files.map(({ path, action }) => `  ${word(action, dryRun, look)}  ${path}`).join('\n'),
    ...remarks(init).map((remark) => renderProse('', remark, (text) => text, look)),
    ...(dryRun || next.length === 0 ? [] : [`${look.heading('Next')}\n${renderDefinitions(next, look)}`]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function word(action: ShownInit['files'][number]['action'], dryRun: boolean, look: Look): string {
  const width = 'already there'.length;
  if (action === 'keep') return look.muted('already there');
  const past = action === 'create' ? 'created' : 'changed';
  return look.good(padEnd(dryRun ? action : past, width));
}

function remarks({ addedScripts, otherScripts, configAbove, dryRun }: ShownInit): string[] {
  const [first, ...more] = otherScripts;
  const names = more.length === 0 ? `script ${first}` : `scripts ${otherScripts.join(', ')}`;
  return [
    ...(addedScripts.length === 0
      ? []
      : [`package.json ${dryRun ? 'would get' : 'has got'} the npm scripts ${addedScripts.join(', ')}.`]),
    ...(first === undefined
      ? []
      : [
          `package.json has its own ${names}, which ${more.length === 0 ? 'stays' : 'stay'} as ${more.length === 0 ? 'it is' : 'they are'}.`,
        ]),
    ...(configAbove === null ? [] : [`${configAbove} does not count here any more.`]),
  ];
}
