import { renderFields } from '../../../report/fields.ts';
import { defineCommand } from '../../command.ts';

export const dbStatus = defineCommand({
  brief: "Tell whether the project's own database runs, and where",
  description: 'Exit code 0 when it runs, 1 when it does not. Starts nothing.',
  examples: [{ command: 'plumb db status', does: 'Show its state' }],
  run: async (context) => {
    const { databaseStatus } = await import('../../../project/development-database.ts');
    const data = await databaseStatus(context);
    return {
      data,
      ok: data.running,
      text: (look) => {
        if (!data.made) return `There is no database yet. Make it with ${look.code('plumb db start')}.`;
        const state = data.running ? look.good('running') : look.caution('stopped');
        return renderFields(
          [
            ['state', state],
            ['PostgreSQL', String(data.major)],
            ['port', data.port === null ? null : String(data.port)],
            ['connect', data.url],
            ['process', data.pid === null ? null : String(data.pid)],
            ['data', data.folder],
            ['instead of', data.movedFrom && `${data.movedFrom}, which the server's user can't enter`],
          ],
          look,
        );
      },
    };
  },
});
