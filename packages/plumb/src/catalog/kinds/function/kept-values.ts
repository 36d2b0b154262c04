import type { CatalogObject } from '../../catalog-object.ts';
import { reversed } from '../../dependents.ts';
import type { Context } from '../../kind.ts';
import type { Hazard } from '../../statement.ts';

/** What PostgreSQL keeps of a routine's results, by the kind of the object that calls it. */
const keepers = new Map<string, string>([
  ['index', 'index'],
  ['constraint', 'constraint'],
  ['column', 'generated column'],
  ['domain', 'domain'],
  ['domain-constraint', 'constraint'],
]);

/** What was stored or checked with a routine's results is not computed again when it changes. */
export function keptValuesHazard({ id, kind }: CatalogObject, context: Context): readonly Hazard[] {
  const users = [...(reversed(context.to.needs).get(id) ?? [])].flatMap((dependent) => {
    const user = context.to.objects.get(dependent);
    const word = user && keepers.get(user.kind);
    return word !== undefined && context.stays(dependent)
      ? [{ name: nameOf(dependent), phrase: `the ${word} ${nameOf(dependent)}` }]
      : [];
  });
  if (users.length === 0) return [];
  const phrases = users.map(({ phrase }) => phrase).toSorted();
  return [
    {
      kind: 'stale-values',
      message:
        `The ${kind} ${nameOf(id)} may now give other results, and what is stored or was checked with the old ones is ` +
        `not computed again: ${phrases.join(', ')}.`,
      objects: [nameOf(id), ...users.map(({ name }) => name).toSorted()],
    },
  ];
}

/** An id without its kind. */
function nameOf(id: string): string {
  return id.slice(id.indexOf(' ') + 1);
}
