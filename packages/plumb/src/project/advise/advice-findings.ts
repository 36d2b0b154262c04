import { type Unused, unusedIndexes } from '../../advice/drops/unused.ts';
import type { Found } from '../../advice/find-indexes.ts';
import { qualified } from '../../catalog/identifier.ts';
import type { Finding } from '../../contract/finding.ts';
import type { Profile } from '../../planner/profile/profile.ts';
import { counted } from '../../report/units.ts';
import { factsOf } from '../../rules/facts/objects-of.ts';

/** What stands in the way of good advice. */
export function adviceFindings({ unplannable, asked, catalog, existing }: Found, profile: Profile): readonly Finding[] {
  return [
    ...unplannable.map(({ query, reason }): Finding => {
      const message = `${query.name}: ${reason}`;
      return {
        ...common,
        severity: 'warning',
        id: 'query-not-planned',
        title: 'A query can’t be planned',
        message,
        why: 'No index is advised for it; the others go on.',
        evidence: { sql: query.sql },
      };
    }),
    ...withoutStatistics(asked, profile),
    ...withRowSecurity(asked, catalog),
    ...tooEarly(unusedIndexes(existing, profile)),
  ];
}

const common = { fix: null, location: null, objects: [], evidence: {} } as const;

function withoutStatistics(tables: readonly string[], profile: Profile): readonly Finding[] {
  const known = new Map(profile.relations.map((relation) => [qualified(relation.schema, relation.name), relation]));
  const described = new Set(profile.columns.map(({ schema, relation }) => qualified(schema, relation)));
  return tables.flatMap((table): readonly Finding[] => {
    const relation = known.get(table);
    if (relation !== undefined && (described.has(table) || relation.pages === 0)) return [];
    const message =
      relation === undefined ? `The profile doesn’t have ${table}.` : `The profile has no statistics of ${table}.`;
    return [
      {
        ...common,
        severity: 'warning',
        id: 'table-without-statistics',
        title: 'Nothing is known of a table',
        message,
        why: 'Its queries are planned with PostgreSQL’s guesses, so that what is said of them is a guess as well.',
        todo:
          relation === undefined
            ? 'Take a new profile once it is there.'
            : `Run ANALYZE ${table} there, and take a new profile.`,
        objects: [table],
      },
    ];
  });
}

function tooEarly({ indexes, since, isSure }: Unused): readonly Finding[] {
  if (isSure || indexes.length === 0) return [];
  return [
    {
      ...common,
      severity: 'info',
      id: 'counters-young',
      title: 'Production has not counted for long',
      message: `${counted(indexes.length, 'index has', 'indexes have')} not been read since ${since ?? 'the server began to count'}: ${indexes.map(({ name }) => name).join(', ')}.`,
      why: 'Counters begin anew when they are reset and when the server crashes. What runs once a week or month has not had its turn.',
      todo: 'Take a new profile when the server has counted for a week or more.',
      objects: indexes.map(({ name }) => name),
    },
  ];
}

function withRowSecurity(tables: readonly string[], catalog: Found['catalog']): readonly Finding[] {
  const secured = factsOf(catalog, 'table')
    .filter(({ rowSecurity }) => rowSecurity)
    .map(({ schema, name }) => qualified(schema, name));
  const found = secured.filter((table) => tables.includes(table));
  if (found.length === 0) return [];
  return [
    {
      ...common,
      severity: 'info',
      id: 'planned-as-owner',
      title: 'Policies are not in the plans',
      message: `${found.join(', ')} ${found.length === 1 ? 'has' : 'have'} row-level security; the queries are planned as the owner’s, to whom policies don’t apply.`,
      why: 'For other roles the conditions of policies are a part of each query.',
      todo: 'Where an application works under policies, write their conditions into the queries of the workload.',
      objects: found,
    },
  ];
}
