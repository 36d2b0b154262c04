import type { ShadowClusterStatus } from '../../../postgres/embedded/shadow-clusters.ts';
import { renderFields } from '../../../report/fields.ts';
import type { Look } from '../../../report/look.ts';
import { renderTable } from '../../../report/table.ts';
import { counted, formatBytes } from '../../../report/units.ts';
import { defineCommand } from '../../command.ts';

export const shadowStatus = defineCommand({
  brief: 'Show the shadow servers, their templates and the databases in use',
  description:
    'Starts nothing. A shadow server starts by itself when it is needed, and stops when nobody came for a while.',
  examples: [{ command: 'plumb shadow status', does: 'Show them' }],
  run: async (context) => {
    const { shadowStatus: readStatus } = await import('../../../postgres/embedded/shadow-clusters.ts');
    const { home, bytes, clusters } = await readStatus(context.env);
    const data = { folder: home.folder, movedFrom: home.movedFrom, bytes, clusters };
    return {
      data,
      text: (look) => {
        const fields = renderFields(
          [
            ['folder', data.folder],
            ['instead of', data.movedFrom && `${data.movedFrom}, which the server's user can't enter`],
            ['size', formatBytes(bytes)],
          ],
          look,
        );
        return clusters.length === 0
          ? `${fields}\nThere is no shadow server yet.`
          : `${fields}\n\n${table(clusters, look)}`;
      },
    };
  },
});

function table(clusters: readonly ShadowClusterStatus[], look: Look): string {
  return renderTable(
    {
      columns: [{ title: 'PostgreSQL' }, { title: 'state' }, { title: 'templates' }, { title: 'databases in use' }],
      rows: clusters.map(({ major, pid, running, templates, shadows }) => [
        String(major),
        running ? { text: `running, process ${pid}`, paint: look.good } : { text: 'stopped', paint: look.muted },
        running ? sized(templates, 'template') : '',
        running ? sized(shadows, 'database') : '',
      ]),
    },
    look,
  );
}

function sized(things: readonly { readonly bytes: number }[], word: string): string {
  if (things.length === 0) return 'none';
  return `${counted(things.length, word)}, ${formatBytes(things.reduce((sum, { bytes }) => sum + bytes, 0))}`;
}
