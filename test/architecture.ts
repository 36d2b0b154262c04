import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, type SourceFile } from './source-file.ts';

/** A statement about the source that holds everywhere, with the smallest file that breaks it and the nearest one that doesn't. */
export interface Rule {
  readonly fact: string;
  readonly bad: readonly Sample[];
  readonly good: readonly Sample[];
  /** What is wrong in this file, one sentence each. */
  check(file: SourceFile): string[];
}

interface Sample {
  readonly path: string;
  readonly text: string;
}

const document = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');

/** The stations of each package's `src/` in the order of ARCHITECTURE.md's tables, which are the only lists of them. */
export const stations: Readonly<Record<string, readonly string[]>> = {
  plumb: stationsOf(document, 'Who may import whom'),
  migrate: stationsOf(document, 'packages/migrate/'),
};

export function stationsOf(text: string, heading: string): string[] {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| `([a-z-]+)\/` \|/gm)].map((row) => row[1] ?? '');
}

/** What lies beside the stations and may import from all: a package's entry, and the functions that apps call. */
const aboveAll: Readonly<Record<string, RegExp>> = { plumb: /^index\.ts$/, migrate: /\.ts$/ };

const longestFile = 400;
const processModules = ['node:child_process', 'node:net', 'node:tls', 'node:dgram', 'node:cluster'];
const connectingExports = ['default', '*', 'Client', 'Pool', 'Connection', 'native'];
const exits = ['exit', 'exitCode', 'reallyExit', 'abort'];

export const rules: readonly Rule[] = [
  {
    fact: 'a folder imports only from itself and from folders above it in ARCHITECTURE.md',
    bad: [
      { path: 'packages/plumb/src/contract/a.ts', text: `import { b } from '../cli/b.ts'; b();` },
      { path: 'packages/plumb/src/postgres/shadow/a.ts', text: `export type { B } from '../../project/b.ts';` },
      { path: 'packages/plumb/src/report/a.ts', text: `const b = await import('../cli/b.ts'); b.c();` },
      { path: 'packages/plumb/src/report/a.ts', text: `export type A = import('../cli/b.ts').B;` },
      { path: 'packages/plumb/src/cli/a.ts', text: `export * from '../index.ts';` },
      { path: 'packages/plumb/src/helpers/a.ts', text: 'export const a = 1;' },
      { path: 'packages/plumb/src/a.ts', text: 'export const a = 1;' },
      { path: 'packages/migrate/src/sql/a.ts', text: `import { b } from '../files/b.ts'; b();` },
      { path: 'packages/migrate/src/apply/a.ts', text: `import { b } from '../migrate.ts'; b();` },
      { path: 'packages/migrate/src/cli/a.ts', text: 'export const a = 1;' },
    ],
    good: [
      { path: 'packages/migrate/src/files/a.ts', text: `import { b } from '../sql/b.ts'; b();` },
      { path: 'packages/migrate/src/migrate.ts', text: `import { b } from './apply/b.ts'; b();` },
      { path: 'packages/plumb/src/cli/a.ts', text: `import { b } from '../contract/b.ts'; b();` },
      { path: 'packages/plumb/src/cli/deep/a.ts', text: `import { b } from '../b.ts'; b();` },
      { path: 'packages/plumb/src/index.ts', text: `export * from './cli/b.ts';` },
    ],
    check({ path, imports }) {
      const home = homeOf(path);
      if (home === null || isAboveAll(home)) return [];
      const all = stations[home.package] ?? [];
      const rank = all.indexOf(home.station);
      if (rank === -1) return [`${home.station} is not in the table of ARCHITECTURE.md`];
      return imports.flatMap(({ target }) => {
        const other = target === null ? null : homeOf(target);
        if (other === null || (all.includes(other.station) && all.indexOf(other.station) <= rank)) return [];
        return [`${home.station}/ imports ${other.station}${isAboveAll(other) ? '' : '/'}`];
      });
    },
  },
  {
    fact: 'a package reaches into no other folder of the repository',
    bad: [
      { path: 'packages/plumb/src/cli/a.ts', text: `import { b } from '../../../migrate/src/b.ts'; b();` },
      { path: 'packages/plumb/src/cli/a.ts', text: `import { b } from '../../../../test/b.ts'; b();` },
      { path: 'packages/plumb/src/cli/a.ts', text: `import { b } from '../../test/b.ts'; b();` },
    ],
    good: [
      { path: 'packages/plumb/src/cli/a.ts', text: `import { b } from '@pgplumb/migrate'; b();` },
      { path: 'packages/plumb/src/cli/a.test.ts', text: `import { b } from '../../test/b.ts'; b();` },
    ],
    check({ path, imports }) {
      const [packages, name] = path.split('/');
      const homes = [`${packages}/${name}/src/`, ...(isTest(path) ? [`${packages}/${name}/test/`] : [])];
      const targets = imports.flatMap(({ target }) => target ?? []);
      return targets
        .filter((target) => !homes.some((home) => target.startsWith(home)))
        .map((target) => `imports ${target}`);
    },
  },
  {
    fact: 'nothing imports what is built from it',
    bad: [{ path: 'packages/plumb/src/cli/a.ts', text: `import { b } from '../../dist/b.js'; b();` }],
    good: [{ path: 'packages/plumb/src/cli/a.ts', text: `import { b } from './distance.ts'; b();` }],
    check({ imports }) {
      const built = imports.filter(({ specifier }) => /(^|\/)dist\//.test(specifier));
      return built.map(({ specifier }) => `imports ${specifier}`);
    },
  },
  {
    fact: 'only cli/main.ts ends the process',
    bad: [
      { path: 'packages/plumb/src/cli/a.ts', text: 'process.exit(1);' },
      { path: 'packages/plumb/src/cli/a.ts', text: 'process.exitCode = 1;' },
      { path: 'packages/plumb/src/cli/a.ts', text: `globalThis.process['exit'](1);` },
      { path: 'packages/plumb/src/cli/a.ts', text: 'const { exit } = process; exit(1);' },
      { path: 'packages/plumb/src/cli/a.ts', text: `import { exit } from 'node:process'; exit(1);` },
    ],
    good: [
      { path: 'packages/plumb/src/cli/main.ts', text: 'process.exitCode = 1;' },
      { path: 'packages/plumb/src/cli/a.test.ts', text: 'process.exitCode = 1;' },
      { path: 'packages/plumb/src/cli/a.ts', text: `child.on('exit', () => child.exitCode); // process.exit(1)` },
    ],
    check({ path, propertyUses, imports }) {
      if (path === 'packages/plumb/src/cli/main.ts' || isTest(path)) return [];
      const used = propertyUses.filter(({ object, property }) => object === 'process' && exits.includes(property));
      const imported = imports.filter(({ specifier }) => /^(node:)?process$/.test(specifier));
      return [
        ...used.map(({ property }) => `uses process.${property}`),
        ...imported.flatMap(({ values }) =>
          values.filter((name) => exits.includes(name)).map((name) => `uses ${name}`),
        ),
      ];
    },
  },
  {
    fact: 'only postgres/ opens sockets, starts processes and makes database clients',
    bad: [
      { path: 'packages/plumb/src/cli/a.ts', text: `import { spawn } from 'node:child_process'; spawn('a');` },
      { path: 'packages/plumb/src/project/a.ts', text: `import net from 'net'; net.connect(1);` },
      { path: 'packages/plumb/src/project/a.ts', text: `import pg from 'pg'; new pg.Client();` },
      { path: 'packages/plumb/src/project/a.ts', text: `import { type QueryResult, Client } from 'pg'; new Client();` },
    ],
    good: [
      { path: 'packages/plumb/src/postgres/a.ts', text: `import { Client } from 'pg'; new Client();` },
      { path: 'packages/plumb/src/project/a.ts', text: `import type { Client } from 'pg'; export type A = Client;` },
      {
        path: 'packages/plumb/src/project/a.ts',
        text: `import { escapeIdentifier } from 'pg'; escapeIdentifier('a');`,
      },
      { path: 'packages/plumb/src/cli/a.test.ts', text: `import { spawn } from 'node:child_process'; spawn('a');` },
    ],
    check({ path, imports }) {
      if (homeOf(path)?.station === 'postgres' || isTest(path)) return [];
      return imports.flatMap(({ specifier, values }) => {
        if (specifier === 'pg') {
          return values.filter((name) => connectingExports.includes(name)).map((name) => `imports ${name} of pg`);
        }
        const full = specifier.startsWith('node:') ? specifier : `node:${specifier}`;
        return processModules.includes(full) && values.length > 0 ? [`imports ${specifier}`] : [];
      });
    },
  },
  {
    fact: `no source file has more than ${longestFile} lines`,
    bad: [{ path: 'packages/plumb/src/cli/a.ts', text: '//\n'.repeat(longestFile + 1) }],
    good: [{ path: 'packages/plumb/src/cli/a.ts', text: '//\n'.repeat(longestFile) }],
    check({ text }) {
      const lines = text.trimEnd().split('\n').length;
      return lines > longestFile ? [`has ${lines} lines`] : [];
    },
  },
  {
    fact: 'files and folders are named in kebab-case',
    bad: [
      { path: 'packages/plumb/src/cli/mainProgram.ts', text: '' },
      { path: 'packages/plumb/src/Cli/main.ts', text: '' },
      { path: 'packages/plumb/src/cli/main_program.ts', text: '' },
    ],
    good: [
      { path: 'packages/plumb/src/cli/main-program.test.ts', text: '' },
      { path: 'packages/plumb/src/catalog/kinds.generated.ts', text: '' },
    ],
    check({ path }) {
      const names = path.replace(/(\.test|\.generated|\.d)?\.ts$/, '').split('/');
      return names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)).map((name) => `${name} is not kebab-case`);
    },
  },
  {
    fact: 'nothing prints through console',
    bad: [{ path: 'packages/plumb/src/cli/a.ts', text: `console.log('a');` }],
    good: [{ path: 'packages/plumb/src/cli/a.ts', text: `/** console.log('a') */\nexport const a = 'console.log';` }],
    check({ propertyUses }) {
      return propertyUses
        .filter(({ object }) => object === 'console')
        .map(({ property }) => `uses console.${property}`);
    },
  },
];

/** Where a file lies: its package, and the folder of its `src/`; for a file directly below that, the file's name. */
interface Home {
  readonly package: string;
  readonly station: string;
}

function homeOf(path: string): Home | null {
  const [, inPackage, station] = /^packages\/([^/]+)\/src\/([^/]+)/.exec(path) ?? [];
  return inPackage === undefined || station === undefined ? null : { package: inPackage, station };
}

function isAboveAll(home: Home): boolean {
  return aboveAll[home.package]?.test(home.station) === true;
}

function isTest(path: string): boolean {
  return path.endsWith('.test.ts');
}
