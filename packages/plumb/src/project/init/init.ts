import { resolve } from 'node:path';
import { Problem } from '../../contract/problem.ts';
import { type FoundProject, findProject, projectAbove } from './found-project.ts';
import { installCommand } from './install-command.ts';
import {
  defaultChoices,
  defaultFolders,
  folderInProject,
  type InitChoices,
  type PlannedFile,
  planInit,
} from './plan-init.ts';
import { writeFiles } from './write-files.ts';

export interface InitRequest {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The project's folder; the working folder unless said otherwise. */
  readonly dir: string | undefined;
  readonly schema: string | undefined;
  readonly migrations: string | undefined;
  readonly dryRun: boolean;
  /** Asks a person; without it the choices are made by what is found. */
  readonly ask: Ask | null;
  readonly signal: AbortSignal;
}

/** Given what is found and what would be chosen, answers what is chosen; throws when the person gives up. */
export type Ask = (found: FoundProject, choices: InitChoices) => Promise<InitChoices>;

export interface InitResult {
  readonly root: string;
  readonly dryRun: boolean;
  readonly files: readonly Pick<PlannedFile, 'path' | 'action'>[];
  /** Names of the npm scripts that package.json gets. */
  readonly addedScripts: readonly string[];
  /** Scripts of the project's own that have a name of ours, and stay as they are. */
  readonly otherScripts: readonly string[];
  /** A configuration further up, which from now on doesn't count here. */
  readonly configAbove: string | null;
  /** The command that installs plumb, where the project doesn't depend on it. */
  readonly install: string | null;
}

/** Sets plumb up in a project, without overwriting anything. A second time it finds everything in place. */
export async function initProject(request: InitRequest): Promise<InitResult> {
  const { cwd, env, dir, dryRun, ask, signal } = request;
  const root = resolve(cwd, dir ?? '.');
  const found = await findProject(root, env);
  if (dir === undefined && found.manifest === null && found.config === null) refuseInsideOf(projectAbove(root), root);
  const suggested = suggestedChoices(found, request);
  const choices = ask === null ? suggested : await ask(found, suggested);
  const { files, addedScripts, otherScripts } = planInit(found, choices);
  signal.throwIfAborted();
  const toWrite = files.filter(({ action }) => action !== 'keep');
  if (!dryRun) writeFiles(root, toWrite);
  return {
    root,
    dryRun,
    files: files.map(({ path, action }) => ({ path, action })),
    addedScripts,
    otherScripts,
    configAbove: found.configAbove,
    install: found.manifest?.dependsOnPlumb === false ? installCommand(root) : null,
  };
}

/** Somebody who is deep in a project most likely means the project. */
function refuseInsideOf(project: string | null, root: string): void {
  if (project === null) return;
  throw new Problem('USAGE', `There is no package.json in ${root}, but there is one in ${project}.`, {
    hint: `Name the folder that is meant: \`plumb init --dir "${project}"\`, or \`plumb init --dir .\` for this one.`,
  });
}

function suggestedChoices(found: FoundProject, { cwd, schema, migrations }: InitRequest): InitChoices {
  const choices = defaultChoices(found);
  return {
    ...choices,
    schema: stated(found, 'schema', schema, cwd) ?? choices.schema,
    migrations: stated(found, 'migrations', migrations, cwd) ?? choices.migrations,
  };
}

/** A folder that a flag names; the configuration that is there is not changed, so it must say the same. */
function stated(
  { root, config }: FoundProject,
  name: 'schema' | 'migrations',
  flag: string | undefined,
  cwd: string,
): string | undefined {
  if (flag === undefined) return undefined;
  const folder = folderInProject(root, cwd, flag);
  if (config === null || folderInProject(root, root, config[name] ?? defaultFolders[name]) === folder) return folder;
  throw new Problem('USAGE', `${config.file} is there already, and means ${config[name] ?? defaultFolders[name]}.`, {
    hint: `Change it there, and run \`plumb init\` without --${name}.`,
  });
}
