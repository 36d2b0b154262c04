import { identifier } from '../../catalog/identifier.ts';
import { factsOf } from '../facts/objects-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'extension-outdated',
  group: 'security',
  severity: 'info',
  title: 'An extension is older than the one of the server',
  why: 'After an upgrade of the server its extensions stay as they were, with the faults that have been mended since.',
  todo: 'Update it.',
  bad: [{ base: "CREATE SCHEMA e; CREATE EXTENSION hstore SCHEMA e VERSION '1.6'" }],
  good: [
    { base: 'CREATE SCHEMA e; CREATE EXTENSION hstore SCHEMA e' },
    { base: "CREATE SCHEMA e; CREATE EXTENSION hstore SCHEMA e VERSION '1.6'; ALTER EXTENSION hstore UPDATE" },
  ],
  *check({ catalog }) {
    for (const { name, version } of factsOf(catalog, 'extension')) {
      if (version === null) continue;
      yield {
        message: `The extension ${identifier(name)} has the version ${version}, and the server brings another.`,
        objects: [identifier(name)],
        evidence: { version },
        fix: { description: 'Update it', sql: `ALTER EXTENSION ${identifier(name)} UPDATE;` },
      };
    }
  },
});
