import type { Finding, Fix, Location } from '../../contract/finding.ts';
import { nodeTitle, type PlanTree } from '../tree/plan-tree.ts';
import { figure } from './figures.ts';
import { indexDefinition, indexMigration } from './index-remedy.ts';
import type { PlanFinding, PlanReport, PlanView, Remedy } from './plan-finding.ts';

/** Plans the query again, as it would be with a remedy. Null where that can't be planned. */
export interface Replanner {
  explain(sql: string, settings?: Readonly<Record<string, string>>): Promise<PlanTree | null>;
  withIndexes(definitions: readonly string[], sql: string): Promise<PlanTree | null>;
}

export interface FindInPlanOptions {
  /** Null where there is nothing to plan it on. */
  readonly replan: Replanner | null;
  readonly location: Location | null;
}

/** What findings see in a plan, each with the remedy that was planned again to show what it gains. */
export async function findInPlan(
  findings: readonly PlanFinding[],
  view: PlanView,
  { replan, location }: FindInPlanOptions,
): Promise<readonly Finding[]> {
  const found = findings
    .filter(({ from }) => from === 'plan' || view.plan.executed)
    .flatMap((finding) => [...finding.check(view)].map((report) => ({ finding, report })));
  const kept: { readonly finding: PlanFinding; readonly report: PlanReport; readonly proof: Proof | null }[] = [];
  for (const { finding, report } of found) {
    const proof = await bestProof(report.remedies ?? [], view, replan);
    if (report.gain !== undefined && replan !== null && view.sql !== null && (proof?.gain ?? 1) < report.gain) continue;
    kept.push({ finding, report, proof });
  }
  return kept
    .filter(({ finding, report }) =>
      kept.every((other) => other.report.node !== report.node || other.finding.over?.includes(finding.id) !== true),
    )
    .map(({ finding, report, proof }) => findingOf(finding, report, proof, { view, location }));
}

interface Proof {
  readonly fix: Fix;
  /** How many times cheaper the query is; null where it wasn't planned again. */
  readonly gain: number | null;
  readonly after: number | null;
}

/** The remedy that gains most; where nothing can be planned again, the first. */
async function bestProof(remedies: readonly Remedy[], view: PlanView, replan: Replanner | null): Promise<Proof | null> {
  let best: Proof | null = null;
  for (const remedy of remedies) {
    const proof = await proofOf(remedy, view, replan);
    if (proof !== null && (best === null || (proof.gain ?? 0) > (best.gain ?? 0))) best = proof;
  }
  return best;
}

async function proofOf(remedy: Remedy, view: PlanView, replan: Replanner | null): Promise<Proof | null> {
  const fix = fixOf(remedy, view);
  const before = view.plan.root.cost?.total;
  if (remedy.kind === 'run' || replan === null || view.sql === null || before === undefined) {
    return { fix, gain: null, after: null };
  }
  const plan = await planWith(remedy, view.sql, replan);
  const after = plan?.root.cost?.total;
  if (after === undefined || after >= before * 0.95) return null;
  const description = `${fix.description}; planned again, the cost of ${figure(before)} becomes ${figure(after)}`;
  return { fix: { ...fix, description }, gain: before / Math.max(after, 0.01), after };
}

function planWith(
  remedy: Exclude<Remedy, { readonly kind: 'run' }>,
  sql: string,
  replan: Replanner,
): Promise<PlanTree | null> {
  switch (remedy.kind) {
    case 'indexes':
      return replan.withIndexes(remedy.indexes.map(indexDefinition), sql);
    case 'rewrite':
      return replan.explain(remedy.sql);
    case 'settings':
      return replan.explain(sql, remedy.settings);
  }
}

function fixOf(remedy: Remedy, { catalog }: PlanView): Fix {
  switch (remedy.kind) {
    case 'indexes': {
      const description = remedy.indexes.length === 1 ? 'An index for it' : 'Indexes for it';
      return { description, sql: remedy.indexes.map((index) => indexMigration(index, catalog)).join('\n') };
    }
    case 'settings': {
      const sql = Object.entries(remedy.settings).map(([name, value]) => `SET LOCAL ${name} = '${value}';`);
      return { description: 'For this query alone, in its transaction', sql: sql.join('\n') };
    }
    default:
      return { description: remedy.description, sql: remedy.sql };
  }
}

function findingOf(
  { id, severity, title, why, todo }: PlanFinding,
  report: PlanReport,
  proof: Proof | null,
  { view, location }: { readonly view: PlanView; readonly location: Location | null },
): Finding {
  const { node } = report;
  const before = view.plan.root.cost?.total ?? null;
  const gained = proof?.after == null ? {} : { cost: { before, after: proof.after } };
  return {
    id,
    severity: report.severity ?? severity,
    title,
    message: report.message,
    why,
    todo,
    fix: proof?.fix ?? null,
    location,
    objects: report.objects ?? [],
    evidence: { node: node.id, title: nodeTitle(node), ...report.evidence, ...gained },
  };
}
