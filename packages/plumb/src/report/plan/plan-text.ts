import type { Finding } from '../../contract/finding.ts';
import type { PlanVariant, QueryPlan } from '../../planner/explain/explain-query.ts';
import type { Explained, PlansOf } from '../../planner/explain/explained.ts';
import { nodeTitle, type PlanNode, type PlanTree } from '../../planner/tree/plan-tree.ts';
import { readJsonPlan } from '../../planner/tree/read-json-plan.ts';
import { renderPlace } from '../code-frame.ts';
import type { Look } from '../look.ts';
import { printable } from '../printable.ts';
import { renderProse } from '../prose.ts';
import { padEnd, textWidth, truncate } from '../text-width.ts';
import { detailsOf, figuresOf, formatCost, ownShares } from './node-words.ts';

/** Each plan as a tree, with what was found under the node that it is about. */
export function renderPlans({ plans, of }: Explained, look: Look): string {
  return [...plans.map((plan, at) => renderPlan(plan, at, look)), look.muted(originOf(of))].join('\n\n');
}

function renderPlan(
  { sql, location, plan, cost, error, variants, findings }: QueryPlan,
  at: number,
  look: Look,
): string {
  const query = printable(sql.trim().replaceAll(/\s+/g, ' '));
  const shown = look.verbose ? query : truncate(query, Math.min(look.width, 120) - 5, look);
  const place = location === null ? [] : [look.name(renderPlace(location))];
  const head = [...place, `${look.heading(`${at + 1}.`)} ${look.code(shown)}`];
  if (error !== null) {
    const hint = error.hint === null ? [] : [renderProse('  ', error.hint, look.muted, look)];
    return [...head, renderProse('  ', error.message, look.bad, look), ...hint].join('\n');
  }
  const tree = readJsonPlan(plan);
  if (tree === null) return head.join('\n');
  const total = cost === null ? [] : [look.muted(`   cost ${formatCost(cost)}${timesOf(tree)}`)];
  return [
    ...head,
    ...total,
    ...treeLines(tree, findings, look),
    ...variants.map((each) => variantLine(each, look)),
  ].join('\n');
}

function timesOf({ planningTime, executionTime }: PlanTree): string {
  if (executionTime === null) return '';
  return `, executed in ${executionTime.toFixed(1)} ms, planned in ${(planningTime ?? 0).toFixed(1)} ms`;
}

function treeLines(tree: PlanTree, findings: readonly Finding[], look: Look): readonly string[] {
  const shares = ownShares(tree);
  const lines = [...linesOf(tree.root, '', '', look)];
  const widest = Math.min(72, Math.max(...lines.map(({ title }) => textWidth(title))));
  return lines.flatMap(({ node, title, below }) => {
    const share = shares.get(node) ?? 0;
    const first = `   ${barOf(share, look)} ${padEnd(title, widest)}  ${look.muted(figuresOf(node).join(', '))}`;
    const indent = `   ${' '.repeat(barWidth)} ${look.muted(below)}  `;
    const details = detailsOf(node).map((text) => `${indent}${look.muted(shortened(printable(text), look))}`);
    const told = findings
      .filter(({ evidence }) => evidence.node === node.id && evidence.title === nodeTitle(node))
      .map(({ severity, title: what, id }) => {
        const paint = severity === 'info' ? look.muted : severity === 'warning' ? look.caution : look.bad;
        return `${indent}${paint(`${look.unicode ? '▲' : '!'} ${what}`)} ${look.muted(id)}`;
      });
    return [first, ...details, ...told];
  });
}

function shortened(text: string, look: Look): string {
  return look.verbose ? text : truncate(text, Math.max(40, Math.min(look.width, 140) - 40), look);
}

interface NodeLine {
  readonly node: PlanNode;
  readonly title: string;
  /** What stands before lines below it. */
  readonly below: string;
}

function* linesOf(node: PlanNode, lead: string, rest: string, look: Look): Generator<NodeLine> {
  const [branch, last, through] = look.unicode ? ['├─ ', '└─ ', '│  '] : ['+- ', '`- ', '|  '];
  const label = node.subplan === null ? '' : `${node.subplan}: `;
  const isLeaf = node.children.length === 0;
  yield { node, title: `${lead}${printable(label + nodeTitle(node))}`, below: isLeaf ? rest : `${rest}${through}` };
  for (const [at, child] of node.children.entries()) {
    const isLast = at === node.children.length - 1;
    yield* linesOf(child, `${rest}${isLast ? last : branch}`, `${rest}${isLast ? '   ' : through}`, look);
  }
}

const barWidth = 8;

function barOf(share: number, look: Look): string {
  const full = Math.round(share * barWidth);
  const [mark, space] = look.unicode ? ['█', '░'] : ['#', '.'];
  const paint = share > 0.5 ? look.bad : share > 0.2 ? look.caution : look.muted;
  return `${paint(mark.repeat(full))}${look.muted(space.repeat(barWidth - full))}`;
}

function variantLine({ name, values, cost, plan }: PlanVariant, look: Look): string {
  const tree = readJsonPlan(plan);
  const lead = tree?.nodes.find(({ relation }) => relation !== null) ?? tree?.root;
  const how = lead === undefined ? '' : `, ${nodeTitle(lead)}`;
  const shown = values.map((value, at) => `$${at + 1} = ${value ?? 'NULL'}`).join(', ');
  return look.muted(
    `   ${name} (${printable(shown)}): cost ${cost === null ? '?' : formatCost(cost)}${printable(how)}`,
  );
}

function originOf(of: PlansOf): string {
  switch (of.from) {
    case 'profile':
      return `As production plans, by ${of.file} of ${of.capturedAt.slice(0, 10)}.`;
    case 'schema':
      return `Sizes are unknown: these are plans for ${of.schema} with empty tables. Give production’s sizes with --profile.`;
    case 'server':
      return of.executed
        ? `Run on PostgreSQL ${of.postgres}, and rolled back.`
        : `Planned by PostgreSQL ${of.postgres}.`;
    case 'file':
      return `Read from ${of.file}.`;
  }
}
