import type { Catalog } from '../../catalog-object.ts';
import { identifier } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { whoRunsIt } from '../../role-name.ts';
import { type Hazard, type Statement, statement } from '../../statement.ts';
import { ownerId } from '../owner.ts';
import { type Grant, isGrant, ownerOf } from './grant-facts.ts';
import { privilegesOn, type Rights } from './privileges.ts';
import { rightsChanges } from './write-rights.ts';

/** Leads from one set of rights to another. */
export function grantStatements(object: Grant, from: Rights, to: Rights, context: Context): readonly Statement[] {
  const { facts } = object;
  const role = facts.isOwner ? ownerThen(object, context) : facts.role;
  const hazards = lossHazards(object, role, from, to, context);
  const changes = rightsChanges(from, to, role, facts, context.major).map((sql) => ({
    sql,
    hazards: sql.startsWith('REVOKE') ? hazards : [],
  }));
  const again = facts.column === null ? columnsAgain(object, from, to, context) : [];
  return [...changes, ...again.map((sql) => ({ sql, hazards: [] }))].map(({ sql, hazards: named }) =>
    facts.by === null ? statement(sql, { hazards: named }) : asRole(facts.by, sql, named),
  );
}

/** What is granted on a table's columns is revoked with the same on the table. */
function columnsAgain({ facts }: Grant, from: Rights, to: Rights, context: Context): readonly string[] {
  const touched = Object.keys(from).filter((name) => from[name] !== to[name] && to[name] !== 'grantable');
  if (facts.grantable !== 'table' || facts.by !== null || touched.length === 0) return [];
  const grants = columnGrants(context.to).get(`${facts.of} ${facts.role}`) ?? [];
  return grants.flatMap((grant) => {
    if (!context.stays(grant.id)) return [];
    const lost = Object.entries(grant.facts.rights).filter(([name]) => touched.includes(name));
    return rightsChanges({}, Object.fromEntries(lost), facts.role, grant.facts, context.major);
  });
}

const known = new WeakMap<Catalog, ReadonlyMap<string, readonly Grant[]>>();

/** By table and role. */
function columnGrants(catalog: Catalog): ReadonlyMap<string, readonly Grant[]> {
  const found = known.get(catalog) ?? findColumnGrants(catalog);
  known.set(catalog, found);
  return found;
}

function findColumnGrants({ objects }: Catalog): ReadonlyMap<string, readonly Grant[]> {
  const found = new Map<string, Grant[]>();
  for (const grant of [...objects.values()].filter(isGrant)) {
    const { column, by, of, role } = grant.facts;
    if (column === null || by !== null) continue;
    const place = `${of} ${role}`;
    found.set(place, [...(found.get(place) ?? []), grant]);
  }
  return found;
}

/** The owner at the moment: what goes back to whoever runs the SQL does so at the end. */
function ownerThen({ facts }: Grant, { to, from, stays }: Context): string {
  const goesBack = facts.role === whoRunsIt && stays(facts.of) && !to.objects.has(ownerId(facts.of));
  return goesBack ? ownerOf(facts.of, from) : facts.role;
}

function lossHazards({ facts }: Grant, role: string, from: Rights, to: Rights, context: Context): readonly Hazard[] {
  const lost = privilegesOn(facts.grantable, context.major).filter((name) => name in from && !(name in to));
  if (lost.length === 0 || !context.stays(facts.of)) return [];
  const place = facts.column === null ? facts.on : `the column ${identifier(facts.column)} of ${facts.on}`;
  return [
    {
      kind: 'access-changes',
      message: `${role} loses ${lost.join(', ')} on ${place}.`,
      objects: [facts.on.slice(facts.on.lastIndexOf(' ') + 1)],
    },
  ];
}

/** PostgreSQL records as the grantor whoever runs GRANT, so that only he can, or somebody who may act for him. */
function asRole(role: string, sql: string, hazards: readonly Hazard[]): Statement {
  const block = [
    'DO $$',
    'DECLARE',
    "  me text := pg_catalog.current_setting('role');",
    'BEGIN',
    `  SET LOCAL ROLE ${role};`,
    `  ${sql};`,
    "  PERFORM pg_catalog.set_config('role', me, true);",
    'END',
    '$$',
  ];
  return statement(block.join('\n'), { hazards, comment: `Granted by ${role}, who may act for others here.` });
}
