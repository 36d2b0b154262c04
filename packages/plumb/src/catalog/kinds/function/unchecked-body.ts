import type { Catalog, CatalogObject } from '../../catalog-object.ts';
import type { Context } from '../../kind.ts';
import type { RoutineFacts } from './routine.ts';

/** Whether a routine's body can't be checked when it is created, since something in it is not there yet, or still. */
export function mustGoUnchecked(object: CatalogObject<RoutineFacts>, context: Context): boolean {
  const { body, settings } = object.facts;
  if (body.form !== 'text' || settings.some(({ name }) => name === 'check_function_bodies')) return false;
  // Its body already says the names that its own types get only later.
  if (signatureTypes(object.facts).some((type) => context.renamedAfter(type))) return true;
  return needsItself(object, context) || (object.facts.language === 'sql' && losesColumns(object.facts, context));
}

function signatureTypes({ parameters, returns }: RoutineFacts): readonly string[] {
  return [...parameters.map(({ type }) => type), returns.type].map((type) => type.replace(/(\[\])+$/, ''));
}

/**
 * Whether the table whose rows a routine returns loses columns. What returns all of its columns fits neither before
 * that, nor can it be left as it was.
 */
export function losesColumns({ returns }: RoutineFacts, { from, to, stays }: Context): boolean {
  const table = `table ${returns.type}`;
  if (!stays(table)) return false;
  return [...from.objects.values()].some(
    ({ id, kind, parent }) => parent === table && kind === 'column' && !to.objects.has(id),
  );
}

/**
 * Whether something new that a routine's body names when it is created needs the routine itself: two SQL functions
 * that call each other, or a function that reads the table whose check calls it.
 */
function needsItself({ id, facts }: CatalogObject<RoutineFacts>, context: Context): boolean {
  const { to } = context;
  const named = [...(to.hints.get(id) ?? [])].filter((hint) => !context.stays(hint) && isChecked(facts, hint));
  if (named.length === 0) return false;
  const parts = partsOf(to);
  const seen = new Set(named);
  for (const each of seen) {
    if (each === id) return true;
    for (const needed of to.needs.get(each) ?? []) seen.add(needed);
    for (const hinted of to.hints.get(each) ?? []) seen.add(hinted);
    for (const part of parts.get(each) ?? []) seen.add(part);
  }
  return false;
}

/** PostgreSQL checks the whole body of a function in SQL, and what one in PL/pgSQL declares. */
function isChecked({ language, body }: RoutineFacts, hint: string): boolean {
  if (body.form !== 'text') return false;
  if (language === 'sql') return true;
  if (language !== 'plpgsql' || /^(function|procedure|aggregate) /.test(hint)) return false;
  const [declarations = ''] = /\bdeclare\b.*?\bbegin\b/is.exec(body.text) ?? [];
  const name = hint.slice(hint.lastIndexOf('.') + 1).replaceAll('"', '');
  return declarations.toLowerCase().includes(name.toLowerCase());
}

const partKinds = new Set(['column', 'default', 'constraint']);
const known = new WeakMap<Catalog, ReadonlyMap<string, readonly string[]>>();

/** What may be made by its parent's statement. */
function partsOf(catalog: Catalog): ReadonlyMap<string, readonly string[]> {
  const found = known.get(catalog);
  if (found !== undefined) return found;
  const parts = new Map<string, string[]>();
  for (const { id, kind, parent } of catalog.objects.values()) {
    if (parent === null || !partKinds.has(kind)) continue;
    const others = parts.get(parent);
    if (others === undefined) parts.set(parent, [id]);
    else others.push(id);
  }
  known.set(catalog, parts);
  return parts;
}
