import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Workplace } from '../workplace.ts';

/** Who says what is dangerous, ours first. */
export const toolNames = {
  plumb: 'pgplumb',
  'plumb-static': 'pgplumb, by the text alone',
  squawk: 'squawk',
  'postgres-language-server': 'postgres-language-server',
} as const;

export type ToolId = keyof typeof toolNames;

/** The tools of others. */
export const rivals = Object.keys(toolNames).filter((id) => !id.startsWith('plumb'));

export interface Tool {
  /** The rules by which it speaks of `migration.sql` on top of `base.sql`, both in its working folder. */
  rulesFor(place: Place): Promise<readonly string[]>;
  /** Of `schema.sql`. */
  rulesForSchema(place: Place): Promise<readonly string[]>;
  /** Of `query.sql`, on the schema of `base.sql`, which those get that can read one. */
  rulesForQuery(place: Place): Promise<readonly string[]>;
}

/** All rules of postgres-language-server, not only those that it recommends. */
export const languageServerConfig = { 'postgres-language-server.jsonc': '{"linter":{"rules":{"all":true}}}' };

/** Where a program runs, and as whom. */
export interface Place {
  readonly cwd: string;
  readonly workplace: Workplace;
}

/** What is asked of every migration, whatever it does, tells nothing about this one. */
const habits =
  /timeout|robust|^prefer|^require-table-schema|identifier|^missing-down|^irreversible-down|^not-rerunnable|^stand-in$|^rehearsed-without-rows$/i;

export const plumbProgram = fileURLToPath(new URL('bin/plumb.js', import.meta.resolve('pgplumb/package.json')));
export const squawkProgram = fileURLToPath(import.meta.resolve('@squawk-cli/linux-x64/bin/squawk'));
export const languageServerProgram = fileURLToPath(
  import.meta.resolve('@postgres-language-server/cli-x86_64-linux-gnu/postgres-language-server'),
);

export const tools: Readonly<Record<ToolId, Tool>> = {
  plumb: plumbTool(),
  'plumb-static': plumbTool('--static'),
  squawk: {
    rulesFor: async (place) => told(await squawkRules('migration.sql', place)),
    rulesForSchema: async (place) => toldOfSchema(await squawkRules('schema.sql', place)),
    rulesForQuery: async (place) => told(await squawkRules('query.sql', place)),
  },
  'postgres-language-server': {
    rulesFor: async (place) => told(await languageServerRules('migration.sql', place)),
    rulesForSchema: async (place) => toldOfSchema(await languageServerRules('schema.sql', place)),
    rulesForQuery: async (place) => told(await languageServerRules('query.sql', place)),
  },
};

function plumbTool(...flags: readonly string[]): Tool {
  return {
    rulesFor: async (place) => told(await plumbRules(['migration.sql', '--base', 'base.sql', ...flags], place)),
    rulesForSchema: async (place) =>
      toldOfSchema(await plumbRules(['--schema', '--base', 'schema.sql', ...flags], place)),
    rulesForQuery: async (place) =>
      told(await plumbRules(['--queries', 'query.sql', '--base', 'base.sql', ...flags], place)),
  };
}

async function plumbRules(asked: readonly string[], place: Place): Promise<readonly string[]> {
  const args = [plumbProgram, 'check', ...asked, '--json'];
  const { findings, error }: PlumbAnswer = JSON.parse((await printed(process.execPath, args, place)).stdout);
  if (error !== null) throw new Error(error.message);
  return findings.filter(({ severity }) => severity !== 'info').map(({ id }) => id);
}

async function squawkRules(file: string, place: Place): Promise<readonly string[]> {
  const { stdout } = await printed(squawkProgram, [file, '--reporter', 'json', '--pg-version', '18.0'], place);
  const found: readonly { readonly rule_name: string }[] = JSON.parse(stdout);
  return found.map(({ rule_name: rule }) => rule);
}

async function languageServerRules(file: string, place: Place): Promise<readonly string[]> {
  const { stderr } = await printed(languageServerProgram, ['check', '--disable-db', file], place);
  return [...stderr.matchAll(/^\S+:\d+:\d+ lint\/\w+\/(\w+)/gm)].map(([, rule = '']) => rule);
}

interface PlumbAnswer {
  readonly findings: readonly { readonly id: string; readonly severity: string }[];
  readonly error: { readonly message: string } | null;
}

function told(rules: readonly string[]): readonly string[] {
  return [...new Set(rules)].filter((rule) => !habits.test(rule));
}

/** What rules prefer of types and keys is what a schema is judged by. */
function toldOfSchema(rules: readonly string[]): readonly string[] {
  return told(rules.filter((rule) => !/^prefer/i.test(rule))).concat(
    rules.filter((rule) => /^prefer/i.test(rule) && !/robust/i.test(rule)),
  );
}

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/** What a program prints, whatever its exit code says of what it found. */
export function printed(program: string, args: readonly string[], { cwd, workplace }: Place): Promise<Printed> {
  const env = {
    ...process.env,
    HOME: workplace.folder('home'),
    PLUMB_HOME: workplace.folder('home/plumb'),
    NO_COLOR: '1',
  };
  const options = { cwd, env, maxBuffer: 2 ** 28, ...workplace.user };
  return new Promise((resolve, reject) => {
    execFile(program, [...args], options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ stdout, stderr });
    });
  });
}
