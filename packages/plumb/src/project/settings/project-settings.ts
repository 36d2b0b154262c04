import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Problem } from '../../contract/problem.ts';
import { defaultIdleSeconds } from '../../postgres/embedded/default-idle.ts';
import { defaultMajor } from '../../postgres/embedded/major.ts';
import { defaultTemplateLimits } from '../../postgres/shadow/shadow.ts';
import { type PlumbConfig, type PostgresMajor, postgresMajors } from '../config.ts';
import { resolveLevels } from './check-settings.ts';
import { foldersWithMigrations } from './migration-folders.ts';
import type { SettingFlags, Settings, ShadowSettings } from './settings.ts';
import type { Setting, Source } from './source.ts';

interface Places {
  readonly flags: SettingFlags;
  readonly config: PlumbConfig;
  readonly configName: string | null;
  readonly root: string;
  readonly cwd: string;
}

/** Everything that isn't about a server that the user named. */
export function resolveProject({ flags, config, configName, root, cwd }: Places): {
  readonly values: Pick<Settings, 'port' | 'major' | 'schema' | 'migrations' | 'seeds' | 'levels'> & {
    readonly shadow: Omit<ShadowSettings, 'server'>;
  };
  readonly settings: readonly Setting[];
} {
  const flag = (name: string): Source => ({ kind: 'flag', detail: `--${name}` });
  const inConfig = (key: string): Source => ({ kind: 'config', detail: `${key} in ${configName}` });
  const templates = config.shadow?.templates;

  const schema = first(
    [inFolder(cwd, flags.schema), flag('schema')],
    [inFolder(root, config.schema), inConfig('schema')],
    ...foundSchemas(root),
    [resolve(root, 'db/schema'), fallback('db/schema in the project')],
  );
  const migrations = first(
    [inFolder(cwd, flags.migrations), flag('migrations')],
    [inFolder(root, config.migrations), inConfig('migrations')],
    ...foundMigrations(root),
    [resolve(root, 'db/migrations'), fallback('db/migrations in the project')],
  );
  const seeds = first(
    [inFolder(cwd, flags.seeds), flag('seeds')],
    [inFolder(root, config.seeds), inConfig('seeds')],
    ...['db/seeds', 'db/seed'].map(
      (name) => [existing(resolve(root, name)), fallback(`${name} in the project`)] as const,
    ),
    [resolve(root, 'db/seeds'), fallback('db/seeds in the project')],
  );
  const major = first<PostgresMajor | null>(
    [checkedMajor(flags.major), flag('major')],
    [config.postgres?.major, inConfig('postgres.major')],
    [null, fallback(`the major that made the data, or ${defaultMajor}`)],
  );
  const port = first<number | null>(
    [flags.port, flag('port')],
    [config.database?.port, inConfig('database.port')],
    [null, fallback('the last one, or the first that is free')],
  );
  const idle = first(
    [config.shadow?.idle, inConfig('shadow.idle')],
    [defaultIdleSeconds, fallback('seconds without a user, then it stops')],
  );
  const count = first(
    [templates?.count, inConfig('shadow.templates.count')],
    [defaultTemplateLimits.count, fallback('templates that are kept')],
  );
  const bytes = first(
    [templates?.bytes, inConfig('shadow.templates.bytes')],
    [defaultTemplateLimits.bytes, fallback('bytes that they may take together')],
  );
  const check = resolveLevels(config, inConfig);
  return {
    values: {
      levels: check.levels,
      port: port.value,
      major: major.value,
      schema: schema.value,
      migrations: migrations.value,
      seeds: seeds.value,
      shadow: { idleSeconds: idle.value, limits: { count: count.value, bytes: bytes.value } },
    },
    settings: [
      { name: 'database.port', ...port },
      { name: 'postgres.major', ...major },
      { name: 'schema', ...schema },
      { name: 'migrations', ...migrations },
      { name: 'seeds', ...seeds },
      ...check.settings,
      { name: 'shadow.idle', ...idle },
      { name: 'shadow.templates.count', ...count },
      { name: 'shadow.templates.bytes', ...bytes },
    ],
  };
}

interface Chosen<Value> {
  readonly value: Value;
  readonly source: Source;
}

/** The first that is set; the last one always is. */
function first<Value>(...options: readonly (readonly [Value | undefined, Source])[]): Chosen<Value> {
  for (const [value, source] of options) if (value !== undefined) return { value, source };
  throw new Error('a setting has no default');
}

function fallback(detail: string): Source {
  return { kind: 'default', detail };
}

/** Folders of other tools count where ours is not there. */
function foundMigrations(root: string): readonly (readonly [string, Source])[] {
  if (existsSync(resolve(root, 'db/migrations'))) return [];
  return foldersWithMigrations(root).map((folder) => [resolve(root, folder), fallback(`${folder}, which is there`)]);
}

/** Where Supabase keeps declarative schemas, where ours are not there. */
function foundSchemas(root: string): readonly (readonly [string, Source])[] {
  const folder = 'supabase/schemas';
  if (existsSync(resolve(root, 'db/schema')) || !existsSync(resolve(root, folder))) return [];
  return [[resolve(root, folder), fallback(`${folder}, which is there`)]];
}

function existing(path: string): string | undefined {
  return existsSync(path) ? path : undefined;
}

function inFolder(folder: string, path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(folder, path);
}

function checkedMajor(major: number | undefined): PostgresMajor | undefined {
  const known = postgresMajors.find((candidate) => candidate === major);
  if (major === undefined || known !== undefined) return known;
  throw new Problem('USAGE', `PostgreSQL ${major} is not one that plumb works with.`, {
    hint: `Choose one of ${postgresMajors.join(', ')}.`,
  });
}
