import type { Finding } from '../../contract/finding.ts';
import type { Rehearsal, RehearsedMigration } from '../../rehearsal/rehearse/rehearsal.ts';
import type { PlacedFault } from '../../sql/sql-problem.ts';
import { whyItFails } from './why-it-fails.ts';

/** What a rehearsal saw that somebody has to know and no rule tells better, one for each cause. */
export function rehearsalFindings({ migrations, empty }: Rehearsal, told: readonly Finding[]): readonly Finding[] {
  return [
    ...migrations.flatMap((migration) => migrationFindings(migration, told)),
    ...(empty.length === 0 ? [] : [rehearsedWithoutRows(empty)]),
  ];
}

function migrationFindings(
  { version, failure, down }: RehearsedMigration,
  told: readonly Finding[],
): readonly Finding[] {
  const findings: Finding[] = [];
  // what only rows are in the way of is for a rule to tell
  const isTold =
    failure === null ||
    failure.onRows ||
    told.some(({ evidence }) => evidence.sqlstate === failure.placed.fault.sqlstate);
  if (!isTold) {
    findings.push(
      failed(failure.placed, {
        severity: 'error',
        ...whyItFails(failure.placed),
      }),
    );
  }
  if (down?.failure != null) {
    findings.push(
      failed(down.failure, {
        id: 'down-fails',
        severity: 'error',
        title: 'The way back fails',
        why: 'When the migration has to be taken back in a hurry, it can’t be.',
      }),
    );
  }
  if (down?.again != null) {
    findings.push(
      failed(down.again, {
        id: 'again-fails',
        severity: 'error',
        title: 'After the way back it can’t be applied again',
        why: 'The way back leaves something behind that is in its way.',
      }),
    );
  }
  if (down !== null && down.differences.length > 0) {
    findings.push({
      id: 'down-differs',
      severity: 'warning',
      title: 'The way back doesn’t lead back',
      message: `After ${version} was applied and taken back, the schema is another one: ${down.differences.slice(0, 5).join(' ')}`,
      why: 'Who rolls back expects the state from before. Later migrations may fail on what is different.',
      fix: null,
      location: null,
      objects: [],
      evidence: { differences: down.differences },
    });
  }
  return findings;
}

function failed(
  { fault }: PlacedFault,
  { id, severity, title, why }: Pick<Finding, 'id' | 'severity' | 'title' | 'why'>,
): Finding {
  const { message, location, detail, hint, sqlstate } = fault;
  const more = [detail, hint].flatMap((text) => text ?? []);
  return {
    id,
    severity,
    title,
    message: [`${message}.`, ...more].join(' '),
    why,
    fix: null,
    location,
    objects: [],
    evidence: { sqlstate },
  };
}

function rehearsedWithoutRows(empty: Rehearsal['empty']): Finding {
  const tables = empty.map(({ table }) => table);
  return {
    id: 'rehearsed-without-rows',
    severity: 'info',
    title: 'Some tables were empty',
    message: `No rows were found that satisfy ${tables.join(', ')}.`,
    why: 'What the migrations do to rows of theirs was not seen.',
    fix: null,
    location: null,
    objects: tables,
    evidence: { reasons: Object.fromEntries(empty.map(({ table, reason }) => [table, reason])) },
  };
}
