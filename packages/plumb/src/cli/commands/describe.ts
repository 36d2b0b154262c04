import { defineCommand } from '../command.ts';
import { wholeNumber } from '../parsers.ts';
import { shadowFlag } from '../shadow-flag.ts';

export const describe = defineCommand({
  brief: 'Show what a schema, a table, a type or a function is like',
  description:
    "Without a name: the schemas and what is in them. With one: columns, keys, foreign keys in both directions, checks, indexes, triggers, policies, grants, and what depends on it. Looks at the project's schema folder or, while that is empty, at its database.",
  examples: [
    { command: 'plumb describe', does: 'All there is, in short' },
    { command: 'plumb describe app.users', does: 'A table with all that belongs to it' },
    { command: 'plumb describe users.email', does: 'A column, and what it is part of' },
    { command: 'plumb describe "app.*"', does: 'Everything in a schema' },
    { command: 'plumb describe users --from postgres://localhost/app', does: 'With rows and sizes, from a database' },
  ],
  args: [{ name: 'name', brief: 'users, app.users, app.users.email, f(integer), app.*', optional: true }],
  flags: {
    from: {
      kind: 'value',
      brief: 'The schema to look at; the schema folder if not given',
      placeholder: 'source',
    },
    major: { kind: 'value', brief: "PostgreSQL's major version", placeholder: 'number', parse: wholeNumber(1) },
    ...shadowFlag,
  },
  run: async (context, flags, name) => {
    const { describeProject } = await import('../../project/schema/describe-project.ts');
    const { renderDescriptions } = await import('../../report/description/descriptions-text.ts');
    const { findings, ...data } = await describeProject({ ...context, ...flags, name });
    return { data, findings, piped: true, text: (look) => renderDescriptions(data, look) };
  },
});
