import { renderInit } from '../../report/init-text.ts';
import { defineCommand } from '../command.ts';

export const init = defineCommand({
  brief: 'Set plumb up in a project',
  description:
    'Writes a configuration, folders for the schema and the migrations, and npm scripts. It asks first where it can, changes nothing that is there, and may be run again at any time.',
  examples: [
    { command: 'plumb init', does: 'Set it up, with a few questions' },
    { command: 'plumb init --yes', does: 'Ask nothing' },
    { command: 'plumb init --dry-run', does: 'Show what would be written' },
    { command: 'plumb init --migrations supabase/migrations', does: 'Use migrations that are there' },
  ],
  readsConfig: false,
  flags: {
    yes: { kind: 'yes', brief: 'Ask nothing, choose what suits the project', short: 'y' },
    dir: { kind: 'value', brief: "The project's folder", placeholder: 'folder' },
    schema: { kind: 'value', brief: 'The folder of the schema', placeholder: 'folder' },
    migrations: { kind: 'value', brief: 'The folder of the migrations', placeholder: 'folder' },
    dryRun: { kind: 'yes', brief: 'Show what would be written, and write nothing' },
  },
  run: async (context, flags) => {
    const { initProject } = await import('../../project/init/init.ts');
    const { askInit } = await import('../ask-init.ts');
    const asks = context.interactive && !flags.yes && !flags.dryRun;
    const data = await initProject({ ...context, ...flags, ask: asks ? askInit(context) : null });
    return { data, text: (look) => renderInit(data, look) };
  },
});
