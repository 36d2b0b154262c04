import type { Severity } from '../../contract/finding.ts';
import { severities } from '../counted-findings.ts';
import { counted } from '../units.ts';
import { type CheckReport, headlineOf, type KnownFinding } from './check-report.ts';
import { codeCell, escapeMarkdown, fenced, htmlOf, inlineCode } from './markdown-words.ts';
import { areInOneFile, placeOfStep, type ShownStep, wordsOf } from './step-words.ts';

/** By which a comment is found again, so that there is one, and it is up to date. */
export const commentMark = '<!-- pgplumb check -->';

const signs = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const satisfies Record<Severity, string>;
const mostSteps = 50;
const mostPlaces = 20;
/** GitHub takes 65,536 characters. */
const longest = 60_000;

/** A comment on a pull request: how it went, what each statement does, and what was found, folded. */
export function renderCheckMarkdown(report: CheckReport): string {
  const { findings, steps, coverage, problem } = report;
  const worst = severities.find((severity) => findings.some((finding) => finding.severity === severity));
  const sign = problem === null ? (worst === undefined ? '✅' : signs[worst]) : '❌';
  const parts = [commentMark, `### ${sign} ${headlineOf(report)}`];
  if (problem !== null) parts.push(escapeMarkdown([problem.message, problem.hint ?? ''].join(' ').trim()));
  if (steps.length > 0) parts.push(stepTable(steps));
  const end = coverage.map((line) => `<sub>${escapeMarkdown(line)}</sub>`).join('<br>\n');
  return [...parts, ...shortened(groupsOf(findings), longest - parts.join('\n\n').length - end.length), end]
    .filter((part) => part !== '')
    .join('\n\n');
}

function stepTable(steps: readonly ShownStep[]): string {
  const isOneFile = areInOneFile(steps);
  const rows = steps.slice(0, mostSteps).map((step) => {
    const { statement, lock, work, blocks, time } = wordsOf(step);
    const cut = statement.length > 80 ? `${statement.slice(0, 79)}…` : statement;
    const [does, keeps] = [work, blocks].map(escapeMarkdown);
    return `| ${escapeMarkdown(placeOfStep(step, isOneFile))} | ${codeCell(cut)} | ${lock} | ${does} | ${keeps} | ${time} |`;
  });
  const rest = steps.length - mostSteps;
  return [
    `| ${isOneFile ? 'line' : 'where'} | statement | strongest lock | works on | blocks | time |`,
    `| ${isOneFile ? '--:' : ':--'} | :-- | :-- | :-- | :-- | --: |`,
    ...rows,
    ...(rest > 0 ? ['', `… and ${counted(rest, 'statement')} more.`] : []),
  ].join('\n');
}

/** Findings of one rule under one headline, the worst first. */
function groupsOf(findings: readonly KnownFinding[]): readonly string[] {
  return severities.flatMap((severity) => {
    const those = findings.filter((finding) => finding.severity === severity);
    return [...new Set(those.map(({ id }) => id))].map((id) => groupOf(those.filter((finding) => finding.id === id)));
  });
}

function groupOf(findings: readonly KnownFinding[]): string {
  const [first] = findings;
  if (first === undefined) return '';
  const { id, severity, title, why, todo } = first;
  const count = findings.length === 1 ? '' : ` × ${findings.length}`;
  const rest = findings.length - mostPlaces;
  return [
    `<details>\n<summary>${signs[severity]} <b>${htmlOf(title)}</b> <code>${id}</code>${count}</summary>`,
    ...findings.slice(0, mostPlaces).map(placeAndFix),
    ...(rest > 0 ? [`… and ${rest} more.`] : []),
    `**Why:** ${escapeMarkdown(why)}`,
    ...(todo === undefined ? [] : [`**Do:** ${escapeMarkdown(todo)}`]),
    '</details>',
  ].join('\n\n');
}

function placeAndFix({ location, message, fix }: KnownFinding): string {
  const place = location === null ? '' : `${inlineCode(`${location.file}:${location.line}`)}: `;
  const text = `${place}${escapeMarkdown(message)}`;
  return fix === null ? text : [text, escapeMarkdown(fix.description), fenced(fix.sql)].join('\n\n');
}

function shortened(groups: readonly string[], room: number): readonly string[] {
  let length = 0;
  const fitting = groups.findIndex((group) => {
    length += group.length + 2;
    return length > room;
  });
  if (fitting === -1) return groups;
  return [...groups.slice(0, fitting), `… and ${counted(groups.length - fitting, 'rule')} more: run \`plumb check\`.`];
}
