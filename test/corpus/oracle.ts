import { catalogueDigest } from './catalogue/catalogue-digest.ts';
import { type Digest, digestDifferences } from './digest.ts';
import { dumpDigest } from './dump/dump-digest.ts';
import type { PgDump } from './dump/pg-dump.ts';
import type { LoadedDatabase } from './load.ts';

/** What eyes that are not ours see in a database. */
export interface Sight {
  readonly catalogue: Digest;
  readonly dump: Digest;
}

export async function look({ client, url }: LoadedDatabase, pgDump: PgDump): Promise<Sight> {
  return { catalogue: await catalogueDigest(client), dump: dumpDigest(await pgDump.dump(url)) };
}

export function sightDifferences(expected: Sight, actual: Sight): string[] {
  return [
    ...told('pg_dump', digestDifferences(expected.dump, actual.dump)),
    ...told('the catalogues', digestDifferences(expected.catalogue, actual.catalogue)),
  ];
}

function told(who: string, differences: readonly string[]): string[] {
  return differences.length === 0 ? [] : [`${who} (- expected, + found):`, ...differences.map((line) => `  ${line}`)];
}
