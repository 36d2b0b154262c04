import { renderCheckMarkdown } from './check-markdown.ts';
import type { CheckReport } from './check-report.ts';
import { renderSarif } from './check-sarif.ts';
import { renderCodeQuality } from './code-quality.ts';
import { renderWorkflowCommands } from './workflow-commands.ts';

/** The formats that other systems read. */
export type ReportFormat = 'sarif' | 'github' | 'gitlab' | 'markdown';

const renderers: Record<ReportFormat, (report: CheckReport) => string> = {
  sarif: renderSarif,
  github: renderWorkflowCommands,
  gitlab: renderCodeQuality,
  markdown: renderCheckMarkdown,
};

export function renderReport(report: CheckReport, format: ReportFormat): string {
  return renderers[format](report);
}
