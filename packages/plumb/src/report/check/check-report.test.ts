import { expect, test } from 'vitest';
import { commentMark, renderCheckMarkdown } from './check-markdown.ts';
import type { CheckReport, KnownFinding } from './check-report.ts';
import { renderSarif } from './check-sarif.ts';
import { renderWorkflowCommands } from './workflow-commands.ts';

const finding: KnownFinding = {
  id: 'create-index-blocking',
  severity: 'error',
  title: 'Writers wait: 100%, always',
  message: 'Nobody can write to public."odd_<b>_@team".\nNot `even <you>`.',
  why: 'CREATE INDEX holds SHARE.',
  todo: 'Build it CONCURRENTLY.',
  fix: {
    description: 'Build it so.',
    sql: "create index concurrently on t (a); -- ```\ncreate role r password 'secret';",
  },
  location: { file: 'db/a folder/1, 2:3.sql', line: 3, column: 5, endLine: 3, endColumn: 9 },
  objects: ['public.t'],
  evidence: {},
  fingerprint: '0123456789abcdef:1',
};

function report(more: Partial<CheckReport> = {}): CheckReport {
  return {
    findings: [finding],
    steps: [],
    coverage: ['1 migration'],
    problem: null,
    rules: [],
    anyFile: 'db/1.sql',
    ...more,
  };
}

test('an annotation is one line, and nothing in it ends a property or the command before its time', () => {
  const [line = '', last, ...rest] = renderWorkflowCommands(report()).split('\n');
  expect(rest).toEqual([]);
  const [, properties = '', message = ''] = /^::error ([^:]*)::(.*)$/.exec(line) ?? [];
  expect(properties.split(',')).toEqual([
    'file=db/a folder/1%2C 2%3A3.sql',
    'line=3',
    'endLine=3',
    'col=5',
    'endColumn=9',
    'title=Writers wait%3A 100%25%2C always (create-index-blocking)',
  ]);
  expect(message).toMatch(/^Nobody can write .*\.%0ANot `even <you>`\.%0ABuild it CONCURRENTLY\.%0A/);
  expect(last).toBe('plumb check: 1 error');
});

test('code scanning is given rules with help, a relative place with an encoded name, a level and a fingerprint', () => {
  const info = { ...finding, id: 'extension-outdated', severity: 'info', location: null } as const;
  const sarif = JSON.parse(renderSarif(report({ findings: [finding, info] })));
  const [run] = sarif.runs;
  expect(sarif.version).toBe('2.1.0');
  expect(run.tool.driver.rules).toMatchObject([
    { id: 'create-index-blocking', help: { markdown: expect.stringContaining('Build it CONCURRENTLY.') } },
    { id: 'extension-outdated', defaultConfiguration: { level: 'note' } },
  ]);
  expect(run.results).toMatchObject([
    {
      ruleId: 'create-index-blocking',
      ruleIndex: 0,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'db/a%20folder/1%2C%202%3A3.sql' },
            region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
          },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: '0123456789abcdef:1' },
    },
    // each result needs a place in a file
    { level: 'note', locations: [{ physicalLocation: { artifactLocation: { uri: 'db/1.sql' } } }] },
  ]);
});

test('a check that could not run is told in each format', () => {
  const failed = report({ findings: [], problem: { code: 'USAGE', message: 'git knows no x.', hint: 'Fetch it.' } });
  expect(JSON.parse(renderSarif(failed)).runs[0].invocations).toMatchObject([
    { executionSuccessful: false, toolExecutionNotifications: [{ message: { text: 'git knows no x.\nFetch it.' } }] },
  ]);
  expect(renderWorkflowCommands(failed)).toBe(
    '::error title=plumb check could not run::git knows no x.%0AFetch it.\nplumb check could not run',
  );
  expect(renderCheckMarkdown(failed)).toContain('❌ plumb check could not run\n\ngit knows no x. Fetch it.');
});

test('a comment shows names as they are, calls nobody, tells no password and can be found again', () => {
  const text = renderCheckMarkdown(report());
  expect(text.startsWith(commentMark)).toBe(true);
  expect(text).toContain('public."odd\\_&lt;b&gt;\\_@\u200bteam". Not `even <you>`.');
  expect(text).toMatch(/^````sql\n.*-- ```\ncreate role r password '\*+';\n````$/ms);
});

test('findings of one rule are folded together, the worst first', () => {
  const warning = { ...finding, id: 'select-star', severity: 'warning', title: 'All columns' } as const;
  const text = renderCheckMarkdown(report({ findings: [warning, finding, warning] }));
  expect([...text.matchAll(/<summary>(.*)<\/summary>/g)].map(([, summary]) => summary)).toEqual([
    '❌ <b>Writers wait: 100%, always</b> <code>create-index-blocking</code>',
    '⚠️ <b>All columns</b> <code>select-star</code> × 2',
  ]);
});

test('a comment is never longer than GitHub takes', () => {
  const findings = Array.from({ length: 500 }, (_, at) => ({ ...finding, id: `rule-${at}`, why: 'w'.repeat(1000) }));
  const text = renderCheckMarkdown(report({ findings }));
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/… and \d+ rules more/);
});
