import { locationAt } from '@pgplumb/migrate/sql';
import type { Finding } from '../../contract/finding.ts';
import type { Rehearsal, RehearsedMigration } from '../../rehearsal/rehearse/rehearsal.ts';
import againFails from '../../rules/rehearsal/again-fails.ts';
import downDiffers from '../../rules/rehearsal/down-differs.ts';
import downFails from '../../rules/rehearsal/down-fails.ts';
import rehearsedWithoutRows from '../../rules/rehearsal/rehearsed-without-rows.ts';
import type { ToldRule } from '../../rules/rule.ts';
import { findingOf } from '../../rules/run-rules.ts';
import type { PlacedFault } from '../../sql/sql-problem.ts';
import { whyItFails } from './why-it-fails.ts';

/** What a rehearsal saw that somebody has to know and no rule tells better, one for each cause. */
export function rehearsalFindings(
  { migrations, empty }: Pick<Rehearsal, 'migrations' | 'empty'>,
  told: readonly Finding[],
): readonly Finding[] {
  return [
    ...migrations.flatMap((migration) => migrationFindings(migration, told)),
    ...(empty.length === 0 ? [] : [rehearsedWithout(empty)]),
  ];
}

function migrationFindings(
  { version, failure, down, steps }: RehearsedMigration,
  told: readonly Finding[],
): readonly Finding[] {
  const findings: Finding[] = [];
  // what only rows are in the way of is for a rule to tell
  const isTold =
    failure === null ||
    failure.onRows ||
    told.some(({ evidence }) => evidence.sqlstate === failure.placed.fault.sqlstate);
  if (!isTold) {
    const { rule, more } = whyItFails(failure.placed);
    findings.push(failed(rule, failure.placed, more));
  }
  if (down?.failure != null) findings.push(failed(downFails, down.failure));
  if (down?.again != null) findings.push(failed(againFails, down.again));
  if (down !== null && down.differences.length > 0) {
    const { differences } = down;
    const message = `After ${version} was applied and taken back, the schema is another one: ${differences.slice(0, 5).join(' ')}`;
    findings.push(findingOf(downDiffers, { message, evidence: { differences } }, placeOf(steps)));
  }
  return findings;
}

function placeOf([first]: RehearsedMigration['steps']): Finding['location'] {
  if (first === undefined) return null;
  const { source, start, end } = first.statement;
  return locationAt(source, start, end);
}

function failed(rule: ToldRule, { fault }: PlacedFault, extra?: string): Finding {
  const { message, location, detail, hint, sqlstate } = fault;
  const more = [detail, hint, extra].flatMap((text) => text ?? []);
  return findingOf(
    rule,
    { message: [message.endsWith('.') ? message : `${message}.`, ...more].join(' '), evidence: { sqlstate } },
    location,
  );
}

function rehearsedWithout(empty: Rehearsal['empty']): Finding {
  const objects = empty.map(({ table }) => table);
  const message = `No rows were found that satisfy ${objects.join(', ')}.`;
  const evidence = { reasons: Object.fromEntries(empty.map(({ table, reason }) => [table, reason])) };
  return findingOf(rehearsedWithoutRows, { message, objects, evidence }, null);
}
