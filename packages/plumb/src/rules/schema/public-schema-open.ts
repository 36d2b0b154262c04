import { schemaId } from '../../catalog/kinds/schema.ts';
import { isCaller } from '../facts/exposed.ts';
import { factsOf } from '../facts/objects-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'public-schema-open',
  group: 'security',
  severity: 'warning',
  title: 'Everybody can make objects in public',
  why: 'A function or an operator there is found before yours by whoever has public in the search_path, and runs with his rights. Up to PostgreSQL 14 that is how a database begins.',
  todo: 'Revoke CREATE on the schema from PUBLIC.',
  bad: [
    { base: 'GRANT CREATE ON SCHEMA public TO PUBLIC' },
    { base: 'GRANT ALL ON SCHEMA public TO anon' },
    { base: 'SELECT 1', majors: [14] },
  ],
  good: [
    { base: 'REVOKE CREATE ON SCHEMA public FROM PUBLIC', majors: [14, 18] },
    { base: 'GRANT USAGE ON SCHEMA public TO PUBLIC', majors: [18] },
    { base: 'GRANT CREATE ON SCHEMA public TO app', majors: [18] },
  ],
  *check({ catalog }) {
    for (const { of, role, rights } of factsOf(catalog, 'grant')) {
      if (of !== schemaId('public') || !isCaller(role) || !('CREATE' in rights)) continue;
      yield {
        message: `${role} can create objects in the schema public.`,
        objects: ['public'],
        evidence: { role },
        fix: { description: 'Take it back', sql: `REVOKE CREATE ON SCHEMA public FROM ${role};` },
      };
    }
  },
});
