import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Finding } from '../../contract/finding.ts';
import { runGit } from '../../postgres/run-git.ts';
import type { FindingSources } from './finding-sources.ts';

/** A finding as other systems keep it: by its file in the repository, and known again after lines have moved. */
export interface PlacedFinding extends Finding {
  /** `0a1b2c3d4e5f6071:1`: of the rule, the file and the lines that it is about, and its number among equals. */
  readonly fingerprint: string;
}

interface Where {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** A file's path in the repository, of one as it is written in the working folder. */
export type PathInRepository = (file: string) => string;

export async function pathsInRepository({ cwd, env, signal }: Where): Promise<PathInRepository> {
  const here = realpathSync(cwd);
  const told = [env.GITHUB_WORKSPACE, env.CI_PROJECT_DIR].find(
    (path) => path && `${here}${sep}`.startsWith(path + sep),
  );
  const root = told ?? (await runGit(['rev-parse', '--show-toplevel'], { cwd, signal }))?.trim() ?? here;
  return (file) => {
    const path = relative(resolve(root), resolve(here, file)).replaceAll(sep, '/');
    return path.startsWith('../') ? file : path;
  };
}

export function placedFindings(
  findings: readonly Finding[],
  sources: FindingSources,
  pathOf: PathInRepository,
): readonly PlacedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const location = finding.location && { ...finding.location, file: pathOf(finding.location.file) };
    const about = [finding.id, location?.file ?? '', textOf(finding, sources)];
    const hash = createHash('sha256').update(about.join('\0')).digest('hex').slice(0, 16);
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    return { ...finding, location, fingerprint: `${hash}:${number}` };
  });
}

/** The lines that it is about, however they are spaced; its objects where it is about no place. */
function textOf({ location, objects, message }: Finding, sources: FindingSources): string {
  const source = location === null ? undefined : sources.get(location.file);
  if (location === null || source === undefined) return objects.length > 0 ? objects.join() : message;
  const lines = source.split(/\r\n|\n|\r/).slice(location.line - 1, location.endLine ?? location.line);
  return lines.join(' ').replaceAll(/\s+/g, ' ').trim();
}
