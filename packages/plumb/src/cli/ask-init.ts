import { isCancel, multiselect, select, text } from '@clack/prompts';
import { errorMessage } from '../contract/error-message.ts';
import { Problem } from '../contract/problem.ts';
import type { FoundProject } from '../project/init/found-project.ts';
import type { Ask } from '../project/init/init.ts';
import {
  defaultFolders,
  folderInProject,
  type InitChoices,
  type InitPart,
  initParts,
  projectScripts,
} from '../project/init/plan-init.ts';
import type { Context } from './context.ts';

type Terminal = Pick<Context, 'questions' | 'signal'>;

/** Asks what is to be set up, and where migrations live. */
export function askInit(terminal: Terminal): Ask {
  return async (found, choices) => {
    const parts = await askParts(terminal, found, choices);
    const asksFolder = found.config === null && (parts.includes('config') || parts.includes('migrations'));
    const migrations = asksFolder ? await askMigrations(terminal, found, choices) : choices.migrations;
    terminal.questions.output.write('\n');
    return { ...choices, parts, migrations };
  };
}

async function askParts(terminal: Terminal, found: FoundProject, choices: InitChoices): Promise<readonly InitPart[]> {
  const labels: Readonly<Record<InitPart, string>> = {
    config: `Configuration: ${found.config?.file ?? found.configName}`,
    schema: `Folder for the schema: ${choices.schema}`,
    migrations: 'Folder for migrations',
    gitignore: '.plumb/ in .gitignore',
    scripts: `npm scripts ${Object.keys(projectScripts).join(', ')}`,
  };
  const offered = initParts.filter((part) => part !== 'scripts' || found.manifest !== null);
  const parts = await multiselect({
    ...asking(terminal),
    message: `What shall be set up in ${found.root}?`,
    options: offered.map((part) => ({ value: part, label: labels[part] })),
    initialValues: offered,
    required: true,
  });
  if (isCancel(parts)) throw givenUp();
  return parts;
}

async function askMigrations(terminal: Terminal, found: FoundProject, choices: InitChoices): Promise<string> {
  const another = '';
  const folders = new Set([choices.migrations, ...found.migrationFolders, defaultFolders.migrations]);
  const choice = await select({
    ...asking(terminal),
    message: 'Where do migrations live?',
    options: [
      ...[...folders].map((folder) => ({
        value: folder,
        label: folder,
        ...(found.migrationFolders.includes(folder) ? { hint: 'there are some' } : {}),
      })),
      { value: another, label: 'In another folder' },
    ],
  });
  if (isCancel(choice)) throw givenUp();
  if (choice !== another) return choice;
  const folder = await text({
    ...asking(terminal),
    message: 'In which one?',
    validate: (typed) => complaintAbout(typed ?? '', found.root),
  });
  if (isCancel(folder)) throw givenUp();
  return folderInProject(found.root, found.root, folder);
}

function complaintAbout(typed: string, root: string): string | undefined {
  try {
    folderInProject(root, root, typed);
    return undefined;
  } catch (error) {
    return errorMessage(error);
  }
}

function asking({ questions, signal }: Terminal): Terminal['questions'] & { readonly signal: AbortSignal } {
  return { ...questions, signal };
}

function givenUp(): Problem {
  return new Problem('INTERRUPTED', 'Nothing was changed.');
}
