import { MigrationProblem } from '../contract/problem.ts';
import type { Unit } from '../files/unit.ts';
import type { JournalUnit } from '../journal/journal.ts';
import { recordUnit } from '../journal/records.ts';
import { mayUnlock } from '../sql/changes-session.ts';
import type { Deployment } from './deployment.ts';
import { commitRecord, lostLock, restoration } from './deployment.ts';
import { runUnit } from './run-unit.ts';

/** A migration on its way up or down. */
export interface Passage {
  readonly version: string;
  readonly units: readonly Unit[];
  /** What the journal has of this direction. */
  readonly journaled: readonly JournalUnit[];
  /** SQL that journals that it is under way. */
  readonly opening: string;
  /** SQL that journals that it is at its end. */
  readonly closing: string;
  /** SQL that journals all of it in one, for one of a single unit of which nothing is known; null where that can't be. */
  readonly whole: string | null;
  /** Objects that are missing needn't be removed: the migration was never applied to its end. */
  readonly lenient: boolean;
}

/** Runs what isn't done yet, unit by unit. */
export async function runUnits(deployment: Deployment, passage: Passage): Promise<void> {
  const { version, units, journaled, opening, closing, whole, lenient } = passage;
  const finished = units.filter((unit) => isDone(version, unit, journaled));
  const rest = units.filter((unit) => !finished.includes(unit));
  const { lock } = deployment;
  const pooled = lock.fence !== null;
  const statements = units.flatMap((unit) => unit.statements.map(({ text }) => text));
  try {
    if (!pooled) await repeatSettings(deployment, finished);
    if (rest.length === 0) await commitRecord(deployment, opening + closing);
    for (const [index, unit] of rest.entries()) {
      const { direction, number, mode, checksum } = unit;
      const memory = journaled.find((each) => each.number === number)?.memory ?? null;
      const record = recordUnit({ version, direction, number, mode, checksum, state: 'done' });
      await runUnit(deployment, {
        version,
        unit,
        memory,
        lenient,
        // Behind a pooler each transaction may come to another session.
        settings: pooled ? settingsOf(units.slice(0, units.indexOf(unit))) : [],
        opening: index === 0 ? opening : '',
        record: index === rest.length - 1 ? record + closing : record,
        whole: units.length === 1 ? whole : null,
      });
    }
  } finally {
    const restored = pooled ? '' : restoration(deployment, statements);
    if (restored !== '') await deployment.session.run(restored).catch(() => {});
  }
  if (!pooled && statements.some(mayUnlock) && !(await lock.holdAgain())) throw lostLock();
}

/** What is done stays as it was; a file may only change behind it. */
function isDone(version: string, unit: Unit, journaled: readonly JournalUnit[]): boolean {
  const found = journaled.find(({ number }) => number === unit.number);
  if (found === undefined) return false;
  const isSame = found.checksum === unit.checksum;
  if (isSame) return found.state === 'done';
  throw new MigrationProblem(
    'HISTORY_DIFFERS',
    `${version} is ${unit.direction === 'up' ? 'applied' : 'rolled back'} in part, and its file was changed in what is already done.`,
    {
      hint: 'Put that part of the file back as it was, and run the same command again. What was not run yet may be changed.',
    },
  );
}

const setting =
  /^(?:set\s+(?!local\b|constraints\b|transaction\b)|reset\b|select\s+(?:pg_catalog\s*\.\s*)?set_config\b)/i;

/** What earlier units set for the session holds for the later ones, also when these run in another session. */
async function repeatSettings({ session }: Deployment, done: readonly Unit[]): Promise<void> {
  for (const sql of settingsOf(done)) await session.run(sql);
}

function settingsOf(units: readonly Unit[]): readonly string[] {
  return units.flatMap(({ statements }) => statements.map(({ text }) => text)).filter((text) => setting.test(text));
}
