import type { CatalogObject } from '../../catalog/catalog-object.ts';
import { isOf } from '../../catalog/description/facts-by-kind.ts';
import { qualified } from '../../catalog/identifier.ts';
import { schemaId } from '../../catalog/kinds/schema.ts';
import { everybody } from '../../catalog/role-name.ts';
import { objectsOf } from '../facts/objects-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'grant-widening',
  group: 'security',
  severity: 'warning',
  title: 'More people are let in than are named',
  why: 'PUBLIC is every role that there is or will be, and who may grant on decides in your place who else gets in.',
  todo: 'Grant to the roles that need it, and leave WITH GRANT OPTION out.',
  bad: [
    { base: 'CREATE TABLE t (id int PRIMARY KEY); GRANT SELECT ON t TO PUBLIC' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY); GRANT ALL ON t TO PUBLIC' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY); GRANT SELECT ON t TO app WITH GRANT OPTION' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY); GRANT UPDATE (id) ON t TO PUBLIC' },
    { base: 'CREATE SEQUENCE s; GRANT USAGE ON SEQUENCE s TO PUBLIC' },
    { base: 'CREATE SCHEMA app; GRANT CREATE ON SCHEMA app TO PUBLIC' },
  ],
  good: [
    { base: 'CREATE TABLE t (id int PRIMARY KEY); GRANT SELECT, INSERT ON t TO app' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY); GRANT ALL ON t TO app; REVOKE ALL ON t FROM PUBLIC' },
    { base: "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; GRANT EXECUTE ON FUNCTION f TO PUBLIC" },
    { base: 'CREATE SCHEMA app; GRANT USAGE ON SCHEMA app TO PUBLIC' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY); GRANT SELECT ON t TO PUBLIC; REVOKE SELECT ON t FROM PUBLIC' },
  ],
  *check({ catalog }) {
    for (const object of objectsOf(catalog, 'grant')) {
      if (!isOf(object, 'grant')) continue;
      const { of, on, role, isOwner, rights, usual } = object.facts;
      if (isOwner || of === schemaId('public')) continue;
      const tooMany = Object.entries(rights).filter(
        ([name, extent]) => extent === 'grantable' || (role === everybody && !(name in usual) && isWide(name, on)),
      );
      if (tooMany.length === 0) continue;
      const names = tooMany.map(([name]) => name);
      const mayGrantOn = tooMany.some(([, extent]) => extent === 'grantable');
      yield {
        message: `${role} has ${names.join(', ')} on ${on}${mayGrantOn ? ', and may grant it on' : ''}.`,
        objects: [pathOf(of, catalog.objects)],
        evidence: { role, rights: names, grantable: mayGrantOn },
      };
    }
  },
});

/** Everybody may look into a schema whose objects are granted one by one. */
function isWide(right: string, on: string): boolean {
  return !(right === 'USAGE' && /^SCHEMA /.test(on));
}

function pathOf(id: string, objects: ReadonlyMap<string, CatalogObject>): string {
  const facts = Object.entries(objects.get(id)?.facts ?? {});
  const [schema, name] = ['schema', 'name'].map((key) => facts.find(([each]) => each === key)?.[1]);
  if (typeof name !== 'string') return id;
  return typeof schema === 'string' ? qualified(schema, name) : qualified(name);
}
