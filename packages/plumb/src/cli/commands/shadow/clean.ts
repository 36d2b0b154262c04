import { counted, formatBytes } from '../../../report/units.ts';
import { defineCommand } from '../../command.ts';

export const shadowClean = defineCommand({
  brief: 'Stop every shadow server and remove all that they keep',
  description:
    'Removes templates, logs and the copy of PostgreSQL in the cache. Nothing of value is lost: all of it is made anew when it is needed. Work that is using a shadow database right now fails.',
  examples: [{ command: 'plumb shadow clean', does: 'Stop and remove them' }],
  run: async (context) => {
    const { cleanShadows } = await import('../../../postgres/embedded/shadow-clusters.ts');
    const { home, stopped, freedBytes } = await cleanShadows(context.env);
    const data = { folder: home.folder, stopped, freedBytes };
    return {
      data,
      text: () => `Stopped ${counted(stopped, 'server')} and freed ${formatBytes(freedBytes)} in ${home.folder}`,
    };
  },
});
