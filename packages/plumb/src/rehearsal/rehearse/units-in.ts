import type { Section } from '@pgplumb/migrate';
import { type Unit, unitsOf } from '@pgplumb/migrate/files';
import { problemOf } from '../../sql/problem-of.ts';
import { type PlacedFault, SqlProblem } from '../../sql/sql-problem.ts';
import { isMixed } from './mixed-section.ts';

/** What a migration runs, or why it can't be read: commands of psql, rows of a dump. */
export function unitsIn(sections: readonly Section[]): readonly Unit[] | PlacedFault {
  try {
    return unitsOf(sections.map(asItCanRun));
  } catch (error) {
    const problem = problemOf(error);
    if (problem instanceof SqlProblem) return problem.faults[0];
    throw problem;
  }
}

/** What no deployment runs as it is, is looked at statement by statement. */
function asItCanRun(section: Section): Section {
  return isMixed(section) ? { ...section, mode: 'no-transaction' } : section;
}
