import type { Finding } from '../../contract/finding.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import { maskUrl } from '../../postgres/connection/mask-url.ts';
import type { Doubt } from '../../rehearsal/prove.ts';
import { parseSchemaSource } from '../../sources/schema-source.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Place } from '../settings/settings.ts';
import { dumpSchema } from './dump-schema.ts';
import { dumpText } from './dump-text.ts';
import { throwExplained } from './explained-fault.ts';
import { doubtFindings } from './refusal-findings.ts';
import { shadowsFor } from './shadows-for.ts';
import { shownPath } from './shown-path.ts';

export interface ProjectDumpRequest extends Place {
  readonly from?: string | undefined;
  readonly major?: number | undefined;
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
}

export interface ProjectDump {
  readonly from: string;
  readonly sql: string;
  readonly doubt: Doubt | null;
  readonly findings: readonly Finding[];
}

/** A source's schema as SQL, by default that of the project. */
export async function dumpProject(request: ProjectDumpRequest): Promise<ProjectDump> {
  const settings = await resolveSettings({ ...request, flags: { major: request.major } });
  const { cwd, env, progress, signal } = request;
  const source = parseSchemaSource(request.from ?? settings.schema, { cwd, env });
  const from = request.from === undefined ? shownPath(cwd, settings.schema) : maskUrl(request.from);
  await using shadows = await shadowsFor([source], settings, { env, progress, signal });
  const { steps, doubt, findings } = await dumpSchema(source, { shadows, signal, progress }).catch(throwExplained);
  return {
    from,
    sql: dumpText(steps, { of: from, major: shadows.version.major }),
    doubt,
    findings: [...findings, ...(doubt === null ? [] : doubtFindings(doubt))],
  };
}
