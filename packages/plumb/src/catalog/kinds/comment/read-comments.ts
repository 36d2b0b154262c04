import { availableExtensions } from '../../available-extensions.ts';
import type { CatalogObject } from '../../catalog-object.ts';
import type { Reader } from '../../reader.ts';
import { firstUserOid } from '../../system-catalogs.ts';
import { type CommentFacts, commentId } from './comment.ts';
import { readPartPhrases } from './part-phrases.ts';

/** A comment, and what was read at its address or around it. */
interface Found {
  readonly catalog: string;
  readonly oid: number;
  readonly column: number;
  readonly text: string;
  readonly object: CatalogObject;
}

/** Reads the comments of everything that was read, and of what belongs to it: columns of views, indexes of constraints. */
export async function readComments(reader: Reader): Promise<void> {
  const parts: Found[] = [];
  for (const found of await findComments(reader)) {
    if (isOwn(reader, found)) addOwn(reader, found.object, found.text);
    else parts.push(found);
  }
  const phrases = await readPartPhrases(reader, parts);
  for (const [position, found] of parts.entries()) {
    const { phrase = null, carrier = null } = phrases[position] ?? {};
    if (phrase === null || phrase === reader.phraseOf(found.object.id)) addOwn(reader, found.object, found.text);
    else addOfPart(reader, found, phrase, carrier);
  }
  await readExtensionComments(reader);
}

async function findComments(reader: Reader): Promise<readonly Found[]> {
  const rows = await reader.gathered<Row>(sql);
  return rows.flatMap(({ catalog, oid, column, text }) => {
    const whole = { catalog, oid };
    const on = reader.at({ ...whole, column }) ?? reader.at(whole);
    const object = on === undefined ? undefined : reader.objects.get(on);
    // the comments of what an extension made are its own
    if (object === undefined || object.kind === 'extension') return [];
    return [{ ...whole, column, text, object }];
  });
}

/** Kinds whose objects may stand for parts of theirs, by catalogue: an index for its constraint, clones on partitions. */
const mayBeParts: Readonly<Record<string, (kind: string) => boolean>> = {
  pg_class: (kind) => kind === 'constraint' || kind === 'column',
  pg_constraint: () => true,
  pg_trigger: () => true,
  pg_type: (kind) => kind === 'range',
  pg_proc: (kind) => kind === 'range',
};

function isOwn(reader: Reader, { catalog, oid, column, object }: Found): boolean {
  if (column > 0) return reader.at({ catalog, oid, column }) !== undefined;
  return mayBeParts[catalog]?.(object.kind) !== true;
}

function addOwn(reader: Reader, object: CatalogObject, text: string): void {
  const facts: CommentFacts = { phrase: reader.phraseOf(object.id) ?? '', text };
  // a column that a table has from another stays when what it has of its own is gone
  const isInherited = 'inherited' in object.facts && object.facts.inherited === true;
  const parent = isInherited ? object.parent : object.id;
  reader.add({ id: commentId(object.id), kind: 'comment', parent, facts });
}

/** A part has no object of its own: its comment ends with the relation that it is in, and with what it is a part of. */
function addOfPart(reader: Reader, { object, text }: Found, phrase: string, relation: number | null): void {
  const carrier = relation === null ? undefined : reader.at({ catalog: 'pg_class', oid: relation });
  const isElsewhere = carrier !== undefined && carrier !== object.id && carrier !== object.parent;
  const id = commentId(phrase);
  reader.add({ id, kind: 'comment', parent: isElsewhere ? carrier : object.id, facts: { phrase, text } });
  if (isElsewhere) reader.need(id, object.id);
}

/** An extension comes with a comment; only another one is worth telling. */
async function readExtensionComments(reader: Reader): Promise<void> {
  const rows = await reader.rows<{ oid: number; name: string; text: string | null }>(`
    select
      e.oid,
      e.extname as name,
      pg_catalog.obj_description(e.oid, 'pg_extension') as text
    from pg_catalog.pg_extension as e
    where e.extname <> 'plpgsql'
    order by e.extname
  `);
  if (rows.length === 0) return;
  const available = await availableExtensions(reader);
  for (const { oid, name, text } of rows) {
    const parent = reader.at({ catalog: 'pg_extension', oid });
    const original = available.get(name)?.comment ?? null;
    if (parent === undefined || text === original) continue;
    const facts: CommentFacts = { phrase: reader.phraseOf(parent) ?? '', text };
    reader.add({ id: commentId(parent), kind: 'comment', parent, facts, notes: { original } });
  }
}

type Row = Omit<Found, 'object'>;

/** The schema public came with PostgreSQL, yet it is the user's. */
const sql = `
  select
    json_agg(d.classoid::regclass) as catalog,
    json_agg(d.objoid::bigint) as oid,
    json_agg(d.objsubid) as column,
    json_agg(d.description) as text
  from pg_catalog.pg_description as d
  where (d.objoid >= ${firstUserOid} or (d.objoid = 2200 and d.classoid = 'pg_catalog.pg_namespace'::regclass))
    and d.classoid <> 'pg_catalog.pg_extension'::regclass
`;
