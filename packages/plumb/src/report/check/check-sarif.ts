import type { Severity } from '../../contract/finding.ts';
import { plumbVersion } from '../../contract/version.ts';
import type { CheckReport, KnownFinding } from './check-report.ts';
import { fenced } from './markdown-words.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/** SARIF 2.1.0, as code scanning of GitHub and others read it. */
export function renderSarif(report: CheckReport): string {
  const { findings, problem } = report;
  const ids = [...new Set(findings.map(({ id }) => id))];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'plumb check',
            semanticVersion: plumbVersion,
            informationUri: 'https://www.npmjs.com/package/pgplumb',
            rules: ids.map((id) => ruleOf(id, report)),
          },
        },
        // columns are counted as JavaScript does
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: problem === null,
            toolExecutionNotifications:
              problem === null
                ? []
                : [
                    {
                      level: 'error',
                      descriptor: { id: problem.code },
                      message: { text: sentences(problem.message, problem.hint) },
                    },
                  ],
          },
        ],
        results: findings.map((finding) => resultOf(finding, ids.indexOf(finding.id), report)),
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}

function ruleOf(id: string, { findings, rules }: CheckReport): object {
  const finding = findings.find((each) => each.id === id);
  const rule = rules.find((each) => each.id === id);
  const { title = id, why = '', todo = null } = finding ?? {};
  const example = rule === undefined ? '' : exampleOf(rule);
  return {
    id,
    name: id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: {
      text: sentences(why, todo),
      markdown: [why, ...(todo === null ? [] : [`**Do:** ${todo}`]), ...(example === '' ? [] : [example])].join('\n\n'),
    },
    // of one rule, findings may weigh differently: each says its own
    defaultConfiguration: { level: levels[finding?.severity ?? 'warning'] },
    properties: { tags: ['postgresql', ...(rule === undefined ? [] : [rule.group])] },
  };
}

function exampleOf({ bad, good }: CheckReport['rules'][number]): string {
  const [found, fine] = [bad[0], good[0]].map((example) => example?.sql ?? example?.base);
  return [
    ...(found === undefined ? [] : ['Found:', fenced(found)]),
    ...(fine === undefined ? [] : ['Fine:', fenced(fine)]),
  ].join('\n\n');
}

function resultOf(finding: KnownFinding, ruleIndex: number, { anyFile }: CheckReport): object {
  const { id, severity, message, location, objects, fix, fingerprint } = finding;
  const { file = anyFile, line = 1, column = 1, endLine, endColumn } = location ?? {};
  return {
    ruleId: id,
    ruleIndex,
    level: levels[severity],
    message: { text: fix === null ? message : sentences(message, `${fix.description}\n${fix.sql}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
          region: {
            startLine: line,
            startColumn: column,
            ...(endLine === undefined ? {} : { endLine }),
            ...(endColumn === undefined ? {} : { endColumn }),
          },
        },
        ...(objects.length === 0 ? {} : { logicalLocations: objects.map((name) => ({ fullyQualifiedName: name })) }),
      },
    ],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
  };
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function sentences(text: string, more: string | null): string {
  return more === null ? text : `${text}\n${more}`;
}
