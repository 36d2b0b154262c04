import type { Finding, Severity } from '../contract/finding.ts';
import { renderCodeFrame, renderPlace } from './code-frame.ts';
import { countedFindings } from './counted-findings.ts';
import type { Look } from './look.ts';
import { renderProse } from './prose.ts';
import { withoutPasswords } from './sql-failure-text.ts';

/** The text of files by name, for code frames. */
export type Sources = ReadonlyMap<string, string>;

/** Findings one under another, and how many of each severity there are. */
export function renderFindings(findings: readonly Finding[], look: Look, sources: Sources = new Map()): string {
  if (findings.length === 0) return '';
  return [...findings.map((finding) => renderFinding(finding, look, sources)), countedFindings(findings)].join('\n\n');
}

function renderFinding(finding: Finding, look: Look, sources: Sources): string {
  const fix =
    finding.fix === null
      ? []
      : [renderProse('  fix: ', finding.fix.description, look.good, look), indented(finding.fix.sql, look)];
  return [
    `${severityPaint(finding.severity, look)(finding.severity)} ${look.heading(finding.title)} ${look.muted(finding.id)}`,
    ...placeOf(finding, look, sources),
    renderProse('  ', finding.message, (text) => text, look),
    renderProse('  why: ', finding.why, look.muted, look),
    ...(finding.todo === undefined ? [] : [renderProse('  do: ', finding.todo, look.good, look)]),
    ...fix,
  ].join('\n');
}

function placeOf({ location }: Finding, look: Look, sources: Sources): readonly string[] {
  if (location === null) return [];
  const source = sources.get(location.file);
  if (source === undefined) return [`  ${look.name(renderPlace(location))}`];
  return [renderCodeFrame(location, withoutPasswords(source), look)];
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
