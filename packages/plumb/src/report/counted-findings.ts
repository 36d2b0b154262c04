import type { Finding, Severity } from '../contract/finding.ts';
import { counted } from './units.ts';

/** The worst first. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

const words = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/** `1 error, 2 warnings`; nothing where nothing was found. */
export function countedFindings(findings: readonly Pick<Finding, 'severity'>[]): string {
  return severities
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => counted(count, words[severity]))
    .join(', ');
}
