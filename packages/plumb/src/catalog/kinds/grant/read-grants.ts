import type { Reader } from '../../reader.ts';
import { everybody, grantee } from '../../role-name.ts';
import { ownerId } from '../owner.ts';
import { schemaId } from '../schema.ts';
import { type AccessItem, accessList } from './access-list.ts';
import { type AccessRow, accessRows } from './access-rows.ts';
import { type GrantFacts, grantableOf, grantId, grantPhrase, isGrant, ownedWith } from './grant-facts.ts';
import { type Rights, sameRights, usualRights } from './privileges.ts';

/** Where the rights of a row of a catalogue belong. */
interface Place extends Pick<GrantFacts, 'on' | 'of'> {
  readonly kind: 'grant' | 'built-in-grant';
  readonly parent: string | null;
  readonly subject: string;
}

/** Adds the rights on what users made, or those on what PostgreSQL or an extension made. */
export async function readGrants(reader: Reader, kind: Place['kind']): Promise<void> {
  for (const { row, place } of await placedRows(reader)) if (place.kind === kind) addGrants(row, place, reader);
  orderAfterSchemas(reader);
}

interface Placed {
  readonly row: AccessRow;
  readonly place: Place;
}

const known = new WeakMap<Reader, readonly Placed[]>();

async function placedRows(reader: Reader): Promise<readonly Placed[]> {
  const found = known.get(reader) ?? placed(await accessRows(reader), reader);
  known.set(reader, found);
  return found;
}

function placed(rows: readonly AccessRow[], reader: Reader): readonly Placed[] {
  return rows.flatMap((row) => {
    const place = placeOf(row, reader);
    return place === null ? [] : { row, place };
  });
}

function addGrants(row: AccessRow, place: Place, reader: Reader): void {
  const initial = place.kind === 'built-in-grant' && row.initial !== null ? accessList(row.initial) : null;
  const given = accessList(row.list);
  // who has nothing isn't in the list
  const silent = [row.owner, null, ...(initial ?? []).map((item) => item.grantee)]
    .filter((name, at, names) => names.indexOf(name) === at)
    .filter((name) => !given.some((item) => item.grantee === name && item.grantor === row.owner))
    .map((name): AccessItem => ({ grantee: name, grantor: row.owner, rights: {} }));
  for (const item of [...given, ...silent]) {
    const isOwner = item.grantee === row.owner;
    const isOwners = item.grantor === row.owner;
    const usual = isOwners ? usualOf(item.grantee, row, initial, reader.major) : {};
    if (sameRights(item.rights, usual)) continue;
    const facts: GrantFacts = {
      on: place.on,
      grantable: row.grantable,
      schema: row.schema,
      column: row.column,
      of: place.of,
      role: grantee(item.grantee, reader.loader),
      isOwner,
      by: isOwners ? null : grantee(item.grantor, reader.loader),
      rights: item.rights,
      usual,
    };
    const id = grantId(place.subject, facts);
    reader.add({ id, kind: place.kind, parent: place.parent, facts });
    if (reader.objects.has(ownerId(place.of))) reader.hint(id, ownerId(place.of));
    if (!isOwners) orderAfterGrantor(id, item.grantor, row, place, reader);
  }
}

function usualOf(
  role: string | null,
  { grantable, owner }: AccessRow,
  initial: readonly AccessItem[] | null,
  major: number,
): Rights {
  if (initial !== null) return initial.find((item) => item.grantee === role)?.rights ?? {};
  return usualRights(grantable, role === owner ? 'owner' : role === null ? 'everybody' : 'somebody', major);
}

/** Whoever grants on must have been granted before. */
function orderAfterGrantor(id: string, grantor: string, row: AccessRow, place: Place, reader: Reader): void {
  const whole = { role: grantee(grantor, reader.loader), isOwner: false, by: null, column: null };
  for (const { grantor: first } of accessList(row.list).filter((item) => item.grantee === grantor)) {
    const by = first === row.owner ? null : grantee(first, reader.loader);
    reader.hint(id, grantId(place.subject, { ...whole, by, column: row.column }));
  }
  if (row.column !== null) reader.hint(id, grantId(place.subject, whole));
}

/** Whoever grants on must be able to use the schema. */
function orderAfterSchemas(reader: Reader): void {
  const grants = [...reader.objects.values()].filter(isGrant);
  const onSchemas = grants.filter(({ facts }) => facts.grantable === 'schema');
  for (const { id, facts } of grants) {
    if (facts.by === null || facts.schema === null) continue;
    const schema = schemaId(facts.schema);
    const using = onSchemas.filter(
      ({ facts: { of, role } }) => of === schema && (role === facts.by || role === everybody),
    );
    for (const each of using) reader.hint(id, each.id);
  }
}

function placeOf(row: AccessRow, reader: Reader): Place | null {
  const whole = { catalog: row.catalog, oid: row.oid };
  const table = row.rowTypeOf === null ? undefined : reader.at({ catalog: 'pg_class', oid: row.rowTypeOf });
  const found = reader.at(whole) ?? table;
  const object = found === undefined ? undefined : reader.objects.get(found);
  if (object?.kind === 'extension' || (object === undefined && row.isBuiltIn)) {
    return { kind: 'built-in-grant', parent: object?.id ?? null, subject: row.on, of: row.on, on: row.on };
  }
  if (object === undefined) return null;
  const sort = row.column === null ? row.grantable : 'table';
  if (grantableOf[object.kind] !== sort || row.isMultirange) {
    const of = ownedWith(object, reader.objects).id;
    return { kind: 'grant', parent: object.id, subject: `${object.id} / ${row.on}`, of, on: row.on };
  }
  const on = grantPhrase(object, reader.phraseOf(object.id) ?? '');
  const column = row.column === null ? undefined : reader.at({ ...whole, column: row.position });
  const isOwn = column !== undefined && reader.objects.get(column)?.parent === object.id;
  return {
    kind: 'grant',
    parent: isOwn ? column : object.id,
    subject: object.id,
    of: ownedWith(object, reader.objects).id,
    on,
  };
}
