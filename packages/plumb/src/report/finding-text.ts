import type { Finding, Severity } from '../contract/finding.ts';
import { renderPlace } from './code-frame.ts';
import type { Look } from './look.ts';
import { renderProse } from './prose.ts';
import { counted } from './units.ts';

/** Findings one under another, and how many of each severity there are. */
export function renderFindings(findings: readonly Finding[], look: Look): string {
  if (findings.length === 0) return '';
  return [...findings.map((finding) => renderFinding(finding, look)), summary(findings)].join('\n\n');
}

function renderFinding(finding: Finding, look: Look): string {
  const place = finding.location === null ? [] : [`  ${look.name(renderPlace(finding.location))}`];
  const fix =
    finding.fix === null
      ? []
      : [renderProse('  fix: ', finding.fix.description, look.good, look), indented(finding.fix.sql, look)];
  return [
    `${severityPaint(finding.severity, look)(finding.severity)} ${look.heading(finding.title)} ${look.muted(finding.id)}`,
    ...place,
    renderProse('  ', finding.message, (text) => text, look),
    renderProse('  why: ', finding.why, look.muted, look),
    ...(finding.todo === undefined ? [] : [renderProse('  do: ', finding.todo, look.good, look)]),
    ...fix,
  ].join('\n');
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

function summary(findings: readonly Finding[]): string {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const words = { error: 'error', warning: 'warning', info: 'note' } as const;
  return (['error', 'warning', 'info'] as const)
    .filter((severity) => count(severity) > 0)
    .map((severity) => counted(count(severity), words[severity]))
    .join(', ');
}
