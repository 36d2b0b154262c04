import type { Finding, Severity } from '../contract/finding.ts';
import { renderCodeFrame, renderPlace } from './code-frame.ts';
import { countedFindings } from './counted-findings.ts';
import type { Look } from './look.ts';
import { renderProse } from './prose.ts';
import { withoutPasswords } from './sql-failure-text.ts';

/** The text of files by name, for code frames. */
export type Sources = ReadonlyMap<string, string>;

/** Findings one under another, what is said of several only once, and how many of each severity there are. */
export function renderFindings(findings: readonly Finding[], look: Look, sources: Sources = new Map()): string {
  if (findings.length === 0) return '';
  const framed = new Set<string>();
  const place: Place = ({ location }, withFrame) => {
    if (location === null) return [];
    const source = sources.get(location.file);
    const isSeen = framed.has(JSON.stringify(location));
    framed.add(JSON.stringify(location));
    if (source === undefined || isSeen || !withFrame) return [`  ${look.name(renderPlace(location))}`];
    return [renderCodeFrame(location, withoutPasswords(source), look)];
  };
  return [...groupsOf(findings).map((group) => renderGroup(group, place, look)), countedFindings(findings)].join(
    '\n\n',
  );
}

type Group = readonly [Finding, ...Finding[]];

/** Neighbours of which the same is to be said. */
function groupsOf(findings: readonly Finding[]): readonly Group[] {
  const groups: [Finding, ...Finding[]][] = [];
  for (const finding of findings) {
    const last = groups.at(-1);
    const isSame = (['id', 'severity', 'title', 'why', 'todo'] as const).every(
      (key) => last?.[0][key] === finding[key],
    );
    if (last !== undefined && isSame) last.push(finding);
    else groups.push([finding]);
  }
  return groups;
}

/** Where a finding is, with the lines around it or without. */
type Place = (finding: Finding, withFrame: boolean) => readonly string[];

/** Who has seen that many places of the same fault knows what the others look like. */
const mostFrames = 3;

function renderGroup(group: Group, place: Place, look: Look): string {
  const [first] = group;
  const { id, severity, title, why, todo } = first;
  const what = (finding: Finding, number = 0): readonly string[] => [
    ...place(finding, number < mostFrames),
    renderProse('  ', finding.message, (text) => text, look),
  ];
  const reasons = [
    renderProse('  why: ', why, look.muted, look),
    ...(todo === undefined ? [] : [renderProse('  do: ', todo, look.good, look)]),
  ];
  return [
    `${severityPaint(severity, look)(severity)} ${look.heading(title)} ${look.muted(id)}`,
    ...(group.length === 1
      ? [...what(first), ...reasons, ...renderFix(first, look)]
      : [...group.flatMap((finding, number) => [...what(finding, number), ...renderFix(finding, look)]), ...reasons]),
  ].join('\n');
}

function renderFix({ fix }: Finding, look: Look): readonly string[] {
  if (fix === null) return [];
  return [renderProse('  fix: ', fix.description, look.good, look), indented(fix.sql, look)];
}

function indented(sql: string, look: Look): string {
  return sql
    .trimEnd()
    .split('\n')
    .map((line) => `    ${look.code(line)}`)
    .join('\n');
}

function severityPaint(severity: Severity, look: Look): (text: string) => string {
  return { error: look.bad, warning: look.caution, info: look.muted }[severity];
}
