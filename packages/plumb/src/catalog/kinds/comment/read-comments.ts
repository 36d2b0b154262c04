import { availableExtensions } from '../../available-extensions.ts';
import type { CatalogObject } from '../../catalog-object.ts';
import type { Reader } from '../../reader.ts';
import { firstUserOid } from '../../system-catalogs.ts';
import { type CommentFacts, commentId } from './comment.ts';

/** Reads the comments of everything that was read, and of what belongs to it: columns of views, indexes of constraints. */
export async function readComments(reader: Reader): Promise<void> {
  for (const [catalog, oid, column, text, phrase, carrier] of await reader.lean(sql)) {
    if (!catalog || text === null || text === undefined) continue;
    const whole = { catalog, oid: Number(oid) };
    const on = reader.at({ ...whole, column: Number(column) }) ?? reader.at(whole);
    const object = on === undefined ? undefined : reader.objects.get(on);
    // the comments of what an extension made are its own
    if (object === undefined || object.kind === 'extension') continue;
    const carriedBy = carrier ? reader.at({ catalog: 'pg_class', oid: Number(carrier) }) : undefined;
    addComment(reader, object, { text, phrase: phrase ?? null, carrier: carriedBy ?? null });
  }
  await readExtensionComments(reader);
}

function addComment(
  reader: Reader,
  object: CatalogObject,
  found: { readonly text: string; readonly phrase: string | null; readonly carrier: string | null },
): void {
  const own = reader.phraseOf(object.id) ?? object.id;
  const phrase = found.phrase ?? own;
  const facts: CommentFacts = { phrase, text: found.text };
  if (phrase === own) {
    // a column that a table has from another stays when what it has of its own is gone
    const isInherited = 'inherited' in object.facts && object.facts.inherited === true;
    const parent = isInherited ? object.parent : object.id;
    reader.add({ id: commentId(object.id), kind: 'comment', parent, facts });
    return;
  }
  // a part without an object of its own: it ends with the table that it is in, and with what it is a part of
  const isElsewhere = found.carrier !== null && found.carrier !== object.id && found.carrier !== object.parent;
  const id = commentId(phrase);
  reader.add({ id, kind: 'comment', parent: isElsewhere ? found.carrier : object.id, facts });
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

/**
 * Phrases are made here where the address may belong to a part of an object: `carrier` is the relation that it is in.
 * The schema public came with PostgreSQL, yet it is the user's.
 */
const sql = `
  select
    d.classoid::regclass::text,
    d.objoid,
    d.objsubid,
    d.description,
    case d.classoid
      when 'pg_catalog.pg_class'::regclass then
        case
          when d.objsubid > 0 then format('COLUMN %I.%I.%I', n.nspname, c.relname, a.attname)
          when c.relkind in ('i', 'I') then format('INDEX %I.%I', n.nspname, c.relname)
          when c.relkind = 'S' then format('SEQUENCE %I.%I', n.nspname, c.relname)
        end
      when 'pg_catalog.pg_constraint'::regclass then
        case
          when k.contypid = 0 then format('CONSTRAINT %I ON %s', k.conname, k.conrelid::regclass)
          else format('CONSTRAINT %I ON DOMAIN %s', k.conname, k.contypid::regtype)
        end
      when 'pg_catalog.pg_trigger'::regclass then format('TRIGGER %I ON %s', g.tgname, g.tgrelid::regclass)
      when 'pg_catalog.pg_type'::regclass then
        case when t.typtype in ('m', 'r') then format('TYPE %s', t.oid::regtype) end
      when 'pg_catalog.pg_proc'::regclass then
        case when exists (
          select from pg_catalog.pg_depend as p
          where p.classid = d.classoid and p.objid = d.objoid and p.deptype = 'i'
            and p.refclassid = 'pg_catalog.pg_type'::regclass
        ) then format('FUNCTION %s', d.objoid::regprocedure) end
    end,
    coalesce(i.indrelid, nullif(k.conrelid, 0), g.tgrelid, c.oid)
  from pg_catalog.pg_description as d
  left join pg_catalog.pg_class as c on d.classoid = 'pg_catalog.pg_class'::regclass and c.oid = d.objoid
  left join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  left join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = d.objsubid
  left join pg_catalog.pg_index as i on i.indexrelid = c.oid
  left join pg_catalog.pg_constraint as k on d.classoid = 'pg_catalog.pg_constraint'::regclass and k.oid = d.objoid
  left join pg_catalog.pg_trigger as g on d.classoid = 'pg_catalog.pg_trigger'::regclass and g.oid = d.objoid
  left join pg_catalog.pg_type as t on d.classoid = 'pg_catalog.pg_type'::regclass and t.oid = d.objoid
  where (d.objoid >= ${firstUserOid} or (d.objoid = 2200 and d.classoid = 'pg_catalog.pg_namespace'::regclass))
    and d.classoid <> 'pg_catalog.pg_extension'::regclass
`;
