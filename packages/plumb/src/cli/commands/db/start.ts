import { renderFields } from '../../../report/fields.ts';
import { formatDuration } from '../../../report/units.ts';
import { defineCommand } from '../../command.ts';
import { portNumber, wholeNumber } from '../../parsers.ts';

export const dbStart = defineCommand({
  brief: "Start the project's own database",
  description:
    "Starts a real PostgreSQL for this project, with nothing to install. Its data lies in the project's .plumb folder and stays there over restarts. It listens on this machine only, with a password.",
  examples: [
    { command: 'plumb db start', does: 'Start it, making it the first time' },
    { command: 'plumb db start --port 5433', does: 'Start it on a port of your choice' },
    { command: 'plumb db start --major 17', does: 'Make it with PostgreSQL 17' },
  ],
  flags: {
    port: { kind: 'value', brief: 'Port to listen on', placeholder: 'port', parse: portNumber, short: 'p' },
    major: { kind: 'value', brief: "PostgreSQL's major version", placeholder: 'number', parse: wholeNumber(1) },
  },
  run: async (context, { port, major }) => {
    const { startDatabase } = await import('../../../project/development-database.ts');
    const begun = performance.now();
    const data = await startDatabase({ ...context, flags: { port, major } });
    const time = formatDuration(performance.now() - begun);
    if (data.takenPort !== null) {
      context.warn(`Port ${data.takenPort} is taken by another program, so the database listens on ${data.port}.`);
    }
    return {
      data,
      text: (look) => {
        const fields = renderFields(
          [
            ['connect', look.code(data.url ?? '')],
            ['data', data.folder],
            ['instead of', data.movedFrom && `${data.movedFrom}, which the server's user can't enter`],
          ],
          look,
        );
        const what = data.started
          ? `${look.good('Started')} PostgreSQL ${data.major} on port ${data.port} in ${time}`
          : `PostgreSQL ${data.major} is running on port ${data.port}`;
        return `${what}\n${fields}\n${look.muted('The URL with its password:')} ${look.code('plumb db url')}`;
      },
    };
  },
});
