import { qualified } from '../../catalog/identifier.ts';
import type { Change } from '../../diff/diff-catalogs.ts';
import type { SchemaChanges } from '../schema/diff-schemas.ts';

/** Whatever is told of them is told of what they belong to. */
const parts: Readonly<Record<string, string>> = {
  default: 'the default of',
  comment: 'the comment on',
  owner: 'the owner of',
  grant: 'rights on',
  'cluster-on': 'the order of rows of',
  'replica-identity': 'the replica identity of',
  'trigger-firing': 'the firing of',
  partition: 'the place among partitions of',
};

const mostNames = 8;
const verbs = ['Renames', 'Adds', 'Changes', 'Drops'] as const;

/** What a migration does, in a few lines for whoever reads its file: `Adds table app.jobs, column app.users.age.` */
export function changeWords({ renames, changes }: SchemaChanges): string {
  const made = idsOf(changes, 'create');
  const gone = idsOf(changes, 'drop');
  const said: Record<(typeof verbs)[number], string[]> = { Renames: [], Adds: [], Changes: [], Drops: [] };
  said.Renames.push(...renames.map(({ was, is }) => `${qualified(...was)} to ${qualified(...is)}`));
  for (const change of changes) {
    const object = change.type === 'alter' ? change.to : change.object;
    const { parent, kind } = object;
    const part = parts[kind];
    // its parent's word is enough
    if (parent !== null && (made.has(parent) || gone.has(parent))) continue;
    if (part !== undefined) said.Changes.push(`${part} ${parent === null ? object.id : worded(parent)}`);
    else said[change.type === 'create' ? 'Adds' : change.type === 'drop' ? 'Drops' : 'Changes'].push(worded(object.id));
  }
  return verbs.flatMap((verb) => (said[verb].length === 0 ? [] : [`${verb} ${listed(said[verb])}.`])).join('\n');
}

function idsOf(changes: readonly Change[], type: 'create' | 'drop'): ReadonlySet<string> {
  return new Set(changes.flatMap((change) => (change.type === type ? [change.object.id] : [])));
}

/** An id begins with its kind. */
function worded(id: string): string {
  const [kind = ''] = id.split(' ', 1);
  return oneLine(kind.replaceAll('-', ' ') + id.slice(kind.length));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function listed(all: readonly string[]): string {
  const names = [...new Set(all)];
  const more = names.length - mostNames;
  if (more <= 1) return names.join(', ');
  return `${names.slice(0, mostNames).join(', ')} and ${more} more`;
}
