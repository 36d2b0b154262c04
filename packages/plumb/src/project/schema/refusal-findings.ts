import { qualified } from '../../catalog/identifier.ts';
import { errorMessage } from '../../contract/error-message.ts';
import type { Finding, Location } from '../../contract/finding.ts';
import type { Change } from '../../diff/diff-catalogs.ts';
import type { RenameChoice } from '../../plan/renames.ts';
import type { Doubt } from '../../rehearsal/prove.ts';
import type { Refusal } from './diff-schemas.ts';
import { renameFlag } from './renames/rename-flag.ts';

/** Why there is no plan, one finding for each cause, with what to do. */
export function refusalFindings(refusal: Refusal): readonly Finding[] {
  switch (refusal.reason) {
    case 'renames':
      return renameFindings(refusal.choices);
    case 'unknown-renames':
      return refusal.renames.map(({ was, is, why }) =>
        finding('rename-unknown', {
          title: 'This was not renamed so',
          message: `${qualified(...was)} can't have become ${qualified(...is)}. ${why}`,
          why: 'Tables, columns, types and their values can be renamed: say the path before and the name after, as they are written in the schema.',
          objects: [qualified(...was)],
        }),
      );
    case 'data-loss':
      return refusal.losses.map(({ message, objects }) =>
        finding('data-loss', {
          title: 'The migration would lose data',
          message,
          why: 'It can not be brought back by the down migration. Say --allow data-loss where that is what you want, or --keep-dropped to keep dropped tables and columns aside.',
          objects,
        }),
      );
    case 'unproven':
      return doubtFindings(refusal.doubt);
  }
}

/** One for each thing that is gone, with all that it could be now. */
function renameFindings(choices: readonly RenameChoice[]): readonly Finding[] {
  const lost = new Map<string, RenameChoice[]>();
  for (const choice of choices) {
    const key = JSON.stringify([choice.what, choice.was]);
    lost.set(key, [...(lost.get(key) ?? []), choice]);
  }
  return [...lost.values()].flatMap((each) => {
    const [first] = each;
    if (first === undefined) return [];
    const [was, could] = [qualified(...first.was), each.map(({ is }) => qualified(...is))];
    return finding('rename-unanswered', {
      title: `Was this ${first.what} renamed?`,
      message: `The ${first.what} ${was} is gone, and ${could.join(' and ')} ${could.length === 1 ? 'is' : 'are'} new.`,
      why: `A rename keeps what it holds, dropping it loses that. Say ${each.map(renameFlag).join(' or ')}, or --rename none where nothing was renamed.`,
      objects: [was, ...could],
      evidence: { what: first.what, flags: each.map(renameFlag) },
    });
  });
}

/** What a proof stumbled over. */
export function doubtFindings(doubt: Doubt): readonly Finding[] {
  const why = 'What was not proven is not given out.';
  if (doubt.type === 'failed') {
    const said = errorMessage(doubt.error);
    return [
      finding('not-proven', {
        title: 'The migration failed on the shadow',
        message: `${doubt.way === 'up' ? 'Up' : 'Down'}: ${said}`,
        why,
        objects: [],
        evidence: { sql: doubt.step.sql },
      }),
    ];
  }
  if (doubt.type === 'rows') {
    return doubt.lost.map(({ table, what }) =>
      finding('rows-lost', {
        title: 'The migration loses rows',
        message: `After ${doubt.way}, ${table} ${what}.`,
        why,
        objects: [table],
      }),
    );
  }
  return doubt.changes.map((change) =>
    finding('not-proven', {
      title: `The migration does not lead ${doubt.way === 'up' ? 'there' : 'back'}`,
      message: `After ${doubt.way}, ${told(change)}.`,
      why,
      objects: [idOf(change)],
      evidence: { change },
    }),
  );
}

/** A comment that says what something was called, and stands at nothing. */
export function misplacedFinding(location: Location): Finding {
  return {
    ...finding('rename-comment-misplaced', {
      title: 'A comment says what was renamed, but not what',
      message: 'This comment stands at nothing that can be renamed, or names nothing.',
      why: 'Put `-- plumb:was old_name` before or behind a table, a column, a type or a value of an enum.',
      objects: [],
    }),
    severity: 'warning',
    location,
  };
}

function told(change: Change): string {
  switch (change.type) {
    case 'create':
      return `${change.object.id} is missing`;
    case 'drop':
      return `${change.object.id} is left over`;
    case 'alter':
      return `${change.to.id} differs`;
  }
}

function idOf(change: Change): string {
  return change.type === 'alter' ? change.to.id : change.object.id;
}

function finding(
  id: string,
  {
    evidence = {},
    ...said
  }: Pick<Finding, 'title' | 'message' | 'why' | 'objects'> & Partial<Pick<Finding, 'evidence'>>,
): Finding {
  return { id, severity: 'error', fix: null, location: null, evidence, ...said };
}
