import type { Catalog, CatalogObject } from '../../catalog-object.ts';
import { qualified } from '../../identifier.ts';
import type { Unsaid } from '../../kind.ts';
import { chosenName } from '../../object-name.ts';
import { everybody, whoRunsIt } from '../../role-name.ts';
import { isColumn } from '../column/column-facts.ts';
import { type InForce, privilegesInForce } from '../default-privilege/default-privilege-facts.ts';
import { type Grant, type GrantFacts, grantableOf, grantId, grantPhrase, ownedWith, ownerOf } from './grant-facts.ts';
import { sameRights, usualRights } from './privileges.ts';

type Phrase = (object: CatalogObject) => string;

/**
 * Default privileges grant rights on what is new. Where somebody shall have no more than usual, no grant tells so, and
 * one that says just that is made up.
 */
export function unsaidGrants(from: Catalog, to: Catalog, phrase: Phrase): Unsaid {
  const unsaid: { readonly from: Grant[]; readonly to: Grant[] } = { from: [], to: [] };
  for (const { subject, role, inForce } of underDefaults(from, to, phrase)) {
    const after = usualGrant(subject, role, to, inForce);
    if (after === null || to.objects.has(after.id)) continue;
    unsaid.to.push(after);
    const before = usualGrant(subject, role, from, inForce);
    if (before === null || !isThere(subject, from) || from.objects.has(before.id)) continue;
    unsaid.from.push(before);
  }
  return unsaid;
}

/** What default privileges grant on objects that are new. */
export function grantsByDefault(from: Catalog, to: Catalog, phrase: Phrase): readonly Grant[] {
  return underDefaults(from, to, phrase).flatMap(({ subject, role, inForce }) => {
    const grant = isThere(subject, from) ? null : usualGrant(subject, role, to, inForce);
    if (grant === null) return [];
    const { grantable, schema } = grant.facts;
    return [{ ...grant, facts: { ...grant.facts, rights: inForce.rights(grantable, schema, role) } }];
  });
}

interface UnderDefaults {
  readonly subject: Subject;
  readonly role: string;
  readonly inForce: InForce;
}

function underDefaults(from: Catalog, to: Catalog, phrase: Phrase): readonly UnderDefaults[] {
  const inForce = privilegesInForce(from);
  if (!inForce.any) return [];
  return [...to.objects.values()]
    .flatMap((object) => subjectsOf(object, to, phrase))
    .flatMap((subject) => inForce.roles(subject.grantable, subject.schema).map((role) => ({ subject, role, inForce })));
}

interface Subject extends Pick<GrantFacts, 'on' | 'grantable' | 'schema' | 'of'> {
  readonly parent: string;
  readonly subject: string;
}

function subjectsOf(object: CatalogObject, catalog: Catalog, phrase: Phrase): Subject[] {
  const { id, kind, facts } = object;
  const of = ownedWith(object, catalog.objects).id;
  if (isColumn(object)) {
    const { schema, table, name, identity } = object.facts;
    if (identity === null) return [];
    const on = `SEQUENCE ${qualified(schema, identity.sequence ?? chosenName(table, name, 'seq'))}`;
    return [{ on, grantable: 'sequence', schema, of, parent: id, subject: `${id} / ${on}` }];
  }
  const grantable = grantableOf[kind];
  if (grantable === undefined) return [];
  const schema = 'schema' in facts && typeof facts.schema === 'string' ? facts.schema : null;
  return [{ on: grantPhrase(object, phrase(object)), grantable, schema, of, parent: id, subject: id }];
}

/** A column may get its sequence only later. */
function isThere({ parent, grantable }: Subject, { objects }: Catalog): boolean {
  const object = objects.get(parent);
  if (object === undefined) return false;
  return grantable !== 'sequence' || !isColumn(object) || object.facts.identity !== null;
}

/** Null where a new object gives the role what it has anyway. */
function usualGrant(subject: Subject, role: string, catalog: Catalog, inForce: InForce): Grant | null {
  const { on, grantable, schema, of, parent } = subject;
  const isOwner = role === whoRunsIt;
  const owner = ownerOf(of, catalog);
  if (!isOwner && role === owner) return null;
  const usual = usualRights(
    grantable,
    isOwner ? 'owner' : role === everybody ? 'everybody' : 'somebody',
    catalog.major,
  );
  if (sameRights(inForce.rights(grantable, schema, role), usual)) return null;
  const about = { role: isOwner ? owner : role, isOwner, by: null, column: null };
  const facts: GrantFacts = { on, grantable, schema, of, ...about, rights: usual, usual };
  return { id: grantId(subject.subject, facts), kind: 'grant', parent, facts };
}
