import { defineCommand } from '../../command.ts';

export const dbStop = defineCommand({
  brief: "Stop the project's own database",
  description:
    'Stops the server; its data stays. Connections that are open are closed, and what they had not committed is undone.',
  examples: [{ command: 'plumb db stop', does: 'Stop it' }],
  run: async (context) => {
    const { stopDatabase } = await import('../../../project/development-database.ts');
    const data = await stopDatabase(context);
    return { data, text: () => (data.wasRunning ? 'Stopped. The data is kept.' : 'It was not running.') };
  },
});
