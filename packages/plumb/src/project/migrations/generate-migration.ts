import type { Finding } from '../../contract/finding.ts';
import type { Step } from '../../plan/plan.ts';
import { diffProject, type ProjectDiff, type ProjectDiffRequest } from '../schema/diff-project.ts';
import type { SchemaDiff } from '../schema/diff-schemas.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import { changeWords } from './change-words.ts';
import type { Draft } from './draft.ts';
import { planSections } from './plan-sections.ts';
import { type WrittenMigration, writeNewMigration } from './write-new-migration.ts';

export interface GenerateRequest extends Omit<ProjectDiffRequest, 'from'> {
  readonly name: string;
}

export interface GeneratedDiff extends ProjectDiff {
  /** Null where there is nothing to migrate, or no plan. */
  readonly written: WrittenMigration | null;
}

/** Writes the migration that leads from a project's migrations to its schema, as it was proven. */
export async function generateMigration(request: GenerateRequest): Promise<GeneratedDiff> {
  const { name, cwd, migrations } = request;
  const found = await diffProject(request);
  const { plan, refusal } = found;
  if (refusal !== null || (plan.up.length === 0 && plan.down.length === 0)) {
    return {
      ...found,
      findings: [...found.findings, ...(refusal === null ? [nothingFinding(found)] : [])],
      written: null,
    };
  }
  const settings = await resolveSettings({ ...request, flags: { migrations } });
  const written = await writeNewMigration({ name, folder: settings.migrations, cwd, draft: draftOf(found) });
  const findings = [...found.findings, ...(written.withDown ? [] : [noWayBack(written)])];
  return { ...found, findings, written };
}

/** A proven plan as it is written down. */
export function draftOf({ plan, changed }: Pick<SchemaDiff, 'plan' | 'changed'>): Draft {
  const lost = lostBy(plan.up);
  const down = planSections(plan.down);
  const [first, ...others] = down;
  const note = lost.length === 0 ? '' : `-- What was in ${lost.join(', ')} doesn't come back.\n`;
  const noted =
    first === undefined || note === ''
      ? down
      : [{ ...first, statements: [`${note}${first.statements[0] ?? ''}`, ...first.statements.slice(1)] }, ...others];
  return { comment: changeWords(changed), up: planSections(plan.up), down: noted };
}

/** Names of what a plan drops with all that it holds. */
function lostBy(steps: readonly Step[]): readonly string[] {
  const losses = steps.flatMap(({ hazards }) => hazards).filter(({ kind }) => kind === 'data-loss');
  return [...new Set(losses.flatMap(({ objects }) => objects))].map((name) => name.replaceAll(/\s+/g, ' '));
}

function nothingFinding({ from, to }: ProjectDiff): Finding {
  return {
    ...common,
    id: 'nothing-to-migrate',
    title: 'There is nothing to migrate',
    message: `${from} and ${to} are equal, so no migration was written.`,
    why: 'Change the schema first; for SQL of your own, `plumb new` writes an empty migration.',
  };
}

function noWayBack({ format, files }: WrittenMigration): Finding {
  return {
    ...common,
    id: 'no-way-back',
    title: 'The way back was not written',
    message: `${files.join(', ')} only goes up: migrations of ${format} have no way down.`,
    why: '`plumb generate --json` prints the way back; keep it elsewhere if you may need it.',
  };
}

const common = { severity: 'info', fix: null, location: null, objects: [], evidence: {} } as const;
