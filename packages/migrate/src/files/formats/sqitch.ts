import { MigrationProblem } from '../../contract/problem.ts';
import { type FolderListing, isSql, type LayoutReader, type MigrationFiles, withoutExtension } from '../layout.ts';
import { byVersion } from '../version-order.ts';
import { withoutUp } from './folder-problems.ts';

const plan = 'sqitch.plan';

/** `deploy/users.sql` and `revert/users.sql` in the order of sqitch.plan, and folders `up/` and `down/` like them. */
export const deployAndRevert: LayoutReader = async (folder) => {
  const [up, down] = folder.names.some((name) => name.startsWith('up/') && isSql(name))
    ? (['up', 'down'] as const)
    : (['deploy', 'revert'] as const);
  const names = (way: string): readonly string[] =>
    folder.names.filter((name) => name.startsWith(`${way}/`) && isSql(name)).map((name) => name.slice(way.length + 1));
  const [ups, downs] = [names(up), names(down)];
  const isPlanned = folder.names.includes(plan);
  if (ups.length === 0 || !(isPlanned || downs.length > 0)) return null;
  const lonely = downs.find((name) => !ups.includes(name));
  if (lonely !== undefined) throw withoutUp(folder.shown, `${down}/${lonely}`);
  const changes = isPlanned ? changesOf(await folder.read(plan)) : ups.map(withoutExtension).sort(byVersion);
  const migrations = changes.map((version): MigrationFiles => {
    const file = `${version}.sql`;
    if (!ups.includes(file)) throw notThere(folder, version, `${up}/${file}`);
    // sqitch leaves transactions to the script
    const mode = isPlanned ? 'no-transaction' : 'transaction';
    return {
      version,
      up: `${up}/${file}`,
      down: downs.includes(file) ? `${down}/${file}` : null,
      mode,
      repeatable: false,
    };
  });
  return { format: 'sqitch', migrations };
};

interface Change {
  readonly name: string;
  tag: string | null;
}

/** A change that was reworked stands there once for each of its versions; all but the last are called by their tag. */
function changesOf(text: string): readonly string[] {
  const changes: Change[] = [];
  let tag: string | null = null;
  const newest = new Map<string, Change>();
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [, sign, word] = /^\s*([@+]?)\s*([^\s@#%[][^\s[]*)/.exec(line) ?? [];
    if (word === undefined) continue;
    if (sign === '@') {
      tag = word;
      continue;
    }
    const before = newest.get(word);
    if (before !== undefined) before.tag = tag;
    const change: Change = { name: word, tag: null };
    newest.set(word, change);
    changes.push(change);
  }
  return changes.map((change) => (change.tag === null ? change.name : `${change.name}@${change.tag}`));
}

function notThere({ shown }: FolderListing, version: string, file: string): MigrationProblem {
  return new MigrationProblem('FILE_INVALID', `${shown}/${plan} names ${version}, and there is no ${file}.`, {
    hint: 'Bring the file back, or take the change out of the plan.',
  });
}
