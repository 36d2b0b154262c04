import type { Severity } from '../../contract/finding.ts';
import type { CheckReport } from './check-report.ts';

const severities = { error: 'critical', warning: 'minor', info: 'info' } as const satisfies Record<Severity, string>;

/** The report that GitLab shows in a merge request: `artifacts: reports: codequality`. */
export function renderCodeQuality({ findings, anyFile }: CheckReport): string {
  const issues = findings.map(({ id, severity, title, message, location, fingerprint }) => ({
    type: 'issue',
    check_name: id,
    description: `${title}: ${message}`,
    severity: severities[severity],
    fingerprint,
    location: { path: location?.file ?? anyFile, lines: { begin: location?.line ?? 1 } },
  }));
  return JSON.stringify(issues, undefined, 2);
}
