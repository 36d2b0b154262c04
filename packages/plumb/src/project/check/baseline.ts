import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Finding } from '../../contract/finding.ts';
import { schemaRules } from '../../rules/registry.ts';
import { writeFiles } from '../init/write-files.ts';
import type { FindingSources } from './finding-sources.ts';
import { type PlacedFinding, placedFindings } from './placed-findings.ts';

/** Where a project keeps the findings that it began with. */
const baselineName = 'plumb-baseline.json';

/** A finding that a baseline holds: by its rule and the text that it is about, or by its objects where it is of the schema. */
export interface KnownFinding {
  readonly rule: string;
  readonly file: string | null;
  readonly objects: readonly string[];
  readonly fingerprint: string;
}

/** What a check looked at, so that what it didn't find there is known to be gone. */
export interface Looked {
  readonly root: string;
  readonly cwd: string;
  /** As they are shown. */
  readonly files: readonly string[];
  readonly schema: boolean;
  readonly sources: FindingSources;
}

/** What became of a project's baseline. */
export interface BaselineUse {
  readonly file: string;
  /** How many findings are known, and not told. */
  readonly hidden: number;
  /** Those of the files checked that are not there any more. */
  readonly gone: readonly KnownFinding[];
  readonly written: boolean;
}

/** Leaves out findings that are known; with `write`, all of them are from now on. */
export async function withBaseline(
  findings: readonly Finding[],
  looked: Looked,
  write: boolean,
): Promise<{ readonly findings: readonly Finding[]; readonly baseline: BaselineUse | null }> {
  const path = join(looked.root, baselineName);
  const before = existsSync(path) ? (await import('./read-baseline.ts')).readBaseline(path) : null;
  if (before === null && !write) return { findings, baseline: null };
  const found = keyed(findings, looked);
  const isSeen = seenBy(looked);
  const present = new Set(found.map(({ fingerprint }) => fingerprint));
  const gone = (before ?? []).filter((each) => isSeen(each) && !present.has(each.fingerprint));
  const file = relative(looked.cwd, path).replaceAll(sep, '/');
  if (write) {
    const kept = (before ?? []).filter((each) => !isSeen(each));
    const now = found.filter(({ finding }) => isKept(finding)).map(({ placed }) => entryOf(placed));
    writeFiles(looked.root, [{ path: baselineName, content: textOf([...kept, ...now]) }]);
    const rest = found.filter(({ finding }) => !isKept(finding)).map(({ finding }) => finding);
    return { findings: rest, baseline: { file, hidden: now.length, gone: [], written: true } };
  }
  const hidden = new Set(before?.map(({ fingerprint }) => fingerprint));
  const left = found.filter(({ fingerprint }) => !hidden.has(fingerprint));
  return {
    findings: left.map(({ finding }) => finding),
    baseline: { file, hidden: found.length - left.length, gone, written: false },
  };
}

interface Keyed {
  readonly finding: Finding;
  readonly placed: PlacedFinding;
  readonly fingerprint: string;
}

/** What is said of the schema is the same wherever it is made. */
function keyed(findings: readonly Finding[], { root, cwd, sources }: Looked): readonly Keyed[] {
  const pathOf = (file: string): string => relative(root, resolve(cwd, file)).replaceAll(sep, '/');
  const plain = findings.map((finding) => (isOfSchema(finding.id) ? { ...finding, location: null } : finding));
  return placedFindings(plain, sources, pathOf).flatMap((placed, at) => {
    const finding = findings[at];
    return finding === undefined ? [] : [{ finding, placed, fingerprint: placed.fingerprint }];
  });
}

/** Notes about the check itself are of no file, and belong to no baseline. */
function isKept({ id, location }: Finding): boolean {
  return location !== null || isOfSchema(id);
}

function seenBy({ root, cwd, files, schema }: Looked): (known: KnownFinding) => boolean {
  const paths = new Set(files.map((file) => relative(root, resolve(cwd, file)).replaceAll(sep, '/')));
  return ({ rule, file }) => (isOfSchema(rule) ? schema : file !== null && paths.has(file));
}

const ofSchema: ReadonlySet<string> = new Set(schemaRules.map(({ id }) => id));

function isOfSchema(rule: string): boolean {
  return ofSchema.has(rule);
}

function entryOf({ id, location, objects, fingerprint }: PlacedFinding): KnownFinding {
  return { rule: id, file: location?.file ?? null, objects, fingerprint };
}

/** Sorted, so that it changes where findings do. */
function textOf(findings: readonly KnownFinding[]): string {
  const key = ({ file, rule, objects, fingerprint }: KnownFinding): string =>
    [file ?? '', rule, objects.join(), fingerprint].join('\0');
  const sorted = findings.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  const lines = sorted.map((each) => `    ${JSON.stringify(each)}`);
  return `{\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}
