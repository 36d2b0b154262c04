import { Problem } from '../../contract/problem.ts';
import type { Profile } from '../profile/profile.ts';
import { readProfile } from '../profile/read-profile.ts';
import { keyFileOf, readProfileKey } from './profile-key.ts';
import { unseal } from './seal.ts';

/** Reads a profile to plan with it: with its own values where it is anonymised and its key is at hand. */
export function readProfileToPlan(file: string, shown: string): Profile {
  const profile = readProfile(file, shown);
  if (profile.anonymized === undefined) return profile;
  const key = readProfileKey(keyFileOf(file));
  return key === null ? profile : revealProfile(profile, key, shown);
}

/** The profile as it was before it was anonymised, or scaled as it was since. */
function revealProfile(profile: Profile, key: Buffer, shown: string): Profile {
  const { anonymized, ...plain } = profile;
  if (anonymized === undefined) return profile;
  const sealed = unseal(anonymized.sealed, key);
  if (sealed === null) {
    throw new Problem('FILE_INVALID', `${keyFileOf(shown)} is not the key of ${shown}, or the profile was changed.`, {
      hint: 'Get the key that it was captured with, or remove this one to plan with stand-ins in place of values.',
    });
  }
  const columns = new Map(sealed.columns);
  const ends = new Map(sealed.ends);
  const statistics = new Map(sealed.statistics);
  return {
    ...plain,
    columns: plain.columns.map((column, at) => ({ ...column, ...columns.get(at) })),
    relations: plain.relations.map((relation, at) => {
      const found = ends.get(at);
      return found === undefined ? relation : { ...relation, tree: { ...relation.tree, ends: found } };
    }),
    statistics: plain.statistics.map((one, at) => ({ ...one, ...statistics.get(at) })),
    queries: plain.queries.map((query, at) => ({ ...query, sql: sealed.queries[at] ?? query.sql })),
  };
}
