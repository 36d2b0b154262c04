import { qualified } from '../../catalog/identifier.ts';
import type { Finding } from '../../contract/finding.ts';
import { installCommand } from '../../postgres/embedded/major.ts';
import { embeddedPlatform } from '../../postgres/embedded/platform.ts';
import type { Profile } from '../profile/profile.ts';
import { hasColumn } from './restore-statistics.ts';
import { relationKey, type ShadowRelation } from './shadow-relations.ts';

type Shadow = ReadonlyMap<string, ShadowRelation>;

/** What the profile and the schema don't agree on. */
export function profiledBut({ relations, columns }: Profile, shadow: Shadow): readonly Finding[] {
  const profiled = new Set(relations.map(({ schema, name }) => relationKey(schema, name)));
  const gone = relations.filter(({ schema, name }) => !shadow.has(relationKey(schema, name)));
  const fresh = [...shadow].filter(([key]) => !profiled.has(key)).map(([, relation]) => relation);
  const lost = columns.filter((column) => {
    const found = shadow.get(relationKey(column.schema, column.relation));
    return found !== undefined && !hasColumn(found, column);
  });
  return [
    ...note(
      gone.map(({ schema, name }) => qualified(schema, name)),
      'profile-relation-unknown',
      'The schema lacks what the profile describes',
      'Queries on them have no plan, and indexes of other names are taken for new ones.',
    ),
    ...note(
      fresh.map(({ schema, name }) => qualified(schema, name)),
      'profile-relation-missing',
      'The profile lacks what the schema has',
      'They are planned as if they were empty.',
    ),
    ...note(
      lost.map(({ schema, relation, column }) => qualified(schema, relation, column)),
      'profile-column-unknown',
      'The schema lacks columns that the profile describes',
      'What is known of them is left out.',
    ),
  ];
}

/** Values in queries are not those in the statistics. */
export function planningBlind({ anonymized }: Profile): readonly Finding[] {
  if (anonymized === undefined) return [];
  return [
    {
      id: 'profile-anonymized',
      severity: 'info',
      title: 'The profile is anonymised, and its key is not at hand',
      message:
        'Values in queries are compared with stand-ins. Joins, sorts and parameters without values are planned much as in production; for a condition with a constant the rows are a guess.',
      why: 'With its key beside it, in a file of the same name with .key at its end, all is planned as in production.',
      fix: null,
      location: null,
      objects: [],
      evidence: { withheld: anonymized.withheld },
    },
  ];
}

/** Planners learn from version to version. */
export function otherMajor({ server }: Profile, major: number): readonly Finding[] {
  if (server.major === major) return [];
  const platform = embeddedPlatform();
  const command = platform === null ? null : installCommand(server.major, platform);
  return [
    {
      id: 'profile-other-major',
      severity: 'info',
      title: 'Planned by another version of PostgreSQL',
      message: `Production is PostgreSQL ${server.version}, and plans are made by ${major}.`,
      why: 'A newer planner may know better plans. What it is told of tables and values is the same.',
      ...(command === null ? {} : { todo: `Install production’s version beside plumb: ${command}` }),
      fix: null,
      location: null,
      objects: [],
      evidence: { production: server.major, planner: major },
    },
  ];
}

/** Statistics that PostgreSQL didn't take, such as values of a type that has changed. */
export function notCarried(refused: readonly string[]): readonly Finding[] {
  return note(
    refused,
    'profile-statistics-refused',
    'Statistics could not be carried over',
    'Plans that depend on them may differ from production.',
  );
}

export function settingsRefused(refused: readonly string[]): readonly Finding[] {
  return note(
    refused,
    'profile-settings-refused',
    'Settings could not be carried over',
    'This server knows no such setting or value, and plans with its default.',
  );
}

function note(objects: readonly string[], id: string, title: string, why: string): readonly Finding[] {
  if (objects.length === 0) return [];
  const some = `${objects.slice(0, 5).join(', ')}${objects.length > 5 ? ` and ${objects.length - 5} more` : ''}`;
  return [
    {
      id,
      severity: 'warning',
      title,
      message: `${some}.`,
      why,
      fix: null,
      location: null,
      objects,
      evidence: { count: objects.length },
    },
  ];
}
