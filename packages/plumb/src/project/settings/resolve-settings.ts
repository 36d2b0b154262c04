import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PlumbConfig } from '../config.ts';
import { findConfigFile, loadConfigFile, namedConfigFile } from '../config-file.ts';
import { type Candidate, urlCandidate, variableCandidates } from './candidates.ts';
import { chooseServer } from './choose-server.ts';
import { resolveProject } from './project-settings.ts';
import type { Settings, SettingsRequest } from './settings.ts';
import { resolveShadowServer } from './shadow-server.ts';
import type { Setting } from './source.ts';
import { byDefault, resolveTarget } from './target.ts';
import { mergedVariables, type VariableLevel, variableLevels } from './variables.ts';

/**
 * Finds out what holds for a project: from flags, the environment, the configuration file, `.env.local`, `.env` and
 * defaults, in this order. Changes nothing, not even `process.env`.
 */
export async function resolveSettings(request: SettingsRequest): Promise<Settings> {
  const { cwd, env, flags = {} } = request;
  const configFile = request.configFile === undefined ? findConfigFile(cwd) : namedConfigFile(request.configFile, cwd);
  const root = configFile === null ? packageFolder(cwd) : dirname(configFile);
  const levels = variableLevels(env, cwd, root);
  const config = configFile === null ? {} : await loadConfigFile(configFile, { env: mergedVariables(levels) });
  const configName = configFile === null ? null : basename(configFile);

  const warnings: string[] = [];
  const candidates = serverCandidates(request, { config, configName, root, levels });
  const choice = chooseServer(candidates, env, cwd);
  const target = choice === null ? null : resolveTarget(choice, env, (warning) => warnings.push(warning));
  if (choice === null && configName !== null) warnings.push(...lostUrl(config, configName));
  const project = resolveProject({ flags, config, configName, root, cwd });
  const shadow = resolveShadowServer({ flag: request.shadowUrl, config, configName, levels }, env);

  return {
    root,
    configFile,
    target: target === null ? { kind: 'data-cluster' } : { kind: 'url', connection: target.connection },
    ...project.values,
    shadow: { ...project.values.shadow, server: shadow.server },
    all: [
      byDefault('project', root, configName === null ? 'of the nearest package.json' : `where ${configName} is`),
      configSetting(configFile, request),
      ...(target?.settings ?? [byDefault('database', "the project's own", 'no other database is named')]),
      ...project.settings,
      shadow.setting,
      home(env),
    ],
    unused: choice?.unused ?? [],
    warnings,
  };
}

function serverCandidates(
  { cwd, flags }: SettingsRequest,
  project: {
    readonly config: PlumbConfig;
    readonly configName: string | null;
    readonly root: string;
    readonly levels: readonly VariableLevel[];
  },
): Candidate[] {
  const { config, configName, root, levels } = project;
  const url = config.database?.url;
  const fromFlag =
    flags?.url === undefined ? [] : [urlCandidate({ text: flags.url, kind: 'flag', title: '--url', folder: cwd }, 0)];
  const fromConfig = url
    ? [urlCandidate({ text: url, kind: 'config', title: `database.url in ${configName}`, folder: root }, 2)]
    : [];
  const [environment = [], ...files] = levels.map((level, index) =>
    variableCandidates(level, index === 0 ? 1 : index + 2),
  );
  return [...fromFlag, ...environment, ...fromConfig, ...files.flat()];
}

/** A configuration that reads a variable which only an .env file has. */
function lostUrl({ database }: PlumbConfig, configName: string): string[] {
  if (database === undefined || !('url' in database) || database.url) return [];
  return [
    `database.url in ${configName} is empty. If its variable is in an .env file: process.env doesn't have it, but a configuration that is a function, defineConfig(({ env }) => …), is given it as env.`,
  ];
}

/** The folder of the nearest package.json. */
function packageFolder(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) return cwd;
  }
}

function configSetting(file: string | null, { configFile }: SettingsRequest): Setting {
  if (configFile !== undefined) return { name: 'config', value: file, source: { kind: 'flag', detail: '--config' } };
  return byDefault(
    'config',
    file,
    file === null ? 'no plumb.config.ts from here upwards' : 'the nearest from here upwards',
  );
}

function home(env: SettingsRequest['env']): Setting {
  return env.PLUMB_HOME
    ? { name: 'home', value: env.PLUMB_HOME, source: { kind: 'environment', detail: 'PLUMB_HOME in the environment' } }
    : byDefault('home', null, "this user's cache folder");
}
