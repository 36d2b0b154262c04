import { defineCommand } from '../../command.ts';

export const dbUrl = defineCommand({
  brief: "Print the URL of the project's own database, with its password",
  description: 'For psql, an ORM or a graphical client. This is the one command that shows the password.',
  examples: [
    { command: 'plumb db url', does: 'Print it' },
    { command: 'DATABASE_URL=$(plumb db url) npm run dev', does: 'Give it to an application' },
    { command: 'plumb db url --database shop', does: 'For another database of the same server' },
  ],
  flags: {
    database: { kind: 'value', brief: 'Name of the database', placeholder: 'name', short: 'd' },
  },
  run: async (context, { database }) => {
    const { databaseUrl } = await import('../../../project/development-database.ts');
    const url = await databaseUrl(context, database);
    return { data: { url }, text: () => url };
  },
});
