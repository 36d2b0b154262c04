import type { Severity } from '../../contract/finding.ts';
import { type CheckReport, headlineOf, type KnownFinding } from './check-report.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>;

/** Commands that GitHub's runner reads from the log and makes annotations of; the last line is for people. */
export function renderWorkflowCommands(report: CheckReport): string {
  const { findings, problem } = report;
  const lines = findings.map(annotation);
  if (problem !== null) {
    const text = [problem.message, ...(problem.hint === null ? [] : [problem.hint])].join('\n');
    lines.push(`::error title=${property(headlineOf(report))}::${escaped(text)}`);
  }
  return [...lines, headlineOf(report)].join('\n');
}

function annotation({ id, severity, title, message, todo, fix, location }: KnownFinding): string {
  const place = location === null ? {} : placeOf(location);
  const properties = Object.entries({ ...place, title: `${title} (${id})` })
    .map(([name, value]) => `${name}=${property(String(value))}`)
    .join(',');
  const text = [message, ...(todo === undefined ? [] : [todo]), ...(fix === null ? [] : [fix.description, fix.sql])];
  return `::${commands[severity]} ${properties}::${escaped(text.join('\n'))}`;
}

function placeOf({ file, line, column, endLine = line, endColumn }: NonNullable<KnownFinding['location']>) {
  // GitHub takes an end column only in the same line
  const end = endLine === line && endColumn !== undefined ? { endColumn } : {};
  return { file, line, endLine, col: column, ...end };
}

/** As the runner reads a message. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As it reads a property, which ends at a colon or a comma. */
function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
