import { locationAt } from '@pgplumb/migrate/sql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RuleExamples } from '../../../test/rule-examples.ts';
import type { Finding } from '../../contract/finding.ts';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { viewOf } from '../../rules/migration-view.ts';
import { migrationRules } from '../../rules/registry.ts';
import type { Example, MigrationView } from '../../rules/rule.ts';
import { findInMigrations, holdsFor } from '../../rules/run-rules.ts';
import { withFix } from './edit-file.ts';

/* Whatever a rule proposes instead of its own bad examples runs, and is found by it no more. */

const major = 18;
let server: PostgresServer;
let examples: RuleExamples;

beforeAll(async () => {
  server = await openShadowServer({ major });
  examples = new RuleExamples(server);
});
afterAll(() => server.close());

interface Looked {
  readonly view: MigrationView;
  readonly findings: readonly Finding[];
  readonly failure: string | null;
}

async function look(example: Example, text: string): Promise<Looked> {
  const rehearsal = await examples.rehearse(example, text);
  const view = await viewOf(rehearsal, { major, sizes: null });
  const failure = rehearsal.migrations[0]?.failure ?? null;
  return {
    view,
    findings: findInMigrations(migrationRules, view),
    failure: failure?.onRows === false ? failure.placed.fault.message : null,
  };
}

function applied(text: string, { location, fix }: Finding, { steps }: MigrationView): string | null {
  if (fix === null || fix.replaces === 'file') return fix?.sql ?? null;
  const step = steps.find(({ statement: { source, start, end } }) => {
    const { line, column } = locationAt(source, start, end);
    return line === location?.line && column === location.column;
  });
  return step === undefined ? null : withFix({ name: 'm.sql', text }, step.statement, fix.sql);
}

for (const rule of migrationRules.filter((each) => holdsFor({}, each, major))) {
  test.concurrent.each(
    rule.bad.filter((example) => holdsFor(example, rule, major)).map((example) => [example.sql ?? '', example]),
  )(`what ${rule.id} proposes comes out clean: %s`, async (text, example) => {
    const before = await look(example, text);
    for (const finding of before.findings.filter(({ id, fix }) => id === rule.id && fix !== null)) {
      const fixed = applied(text, finding, before.view);
      if (fixed === null) continue;
      const after = await look(example, fixed);
      const still = after.findings.filter(({ id, message }) => id === rule.id && message === finding.message);
      expect({ fixed, failure: after.failure, still }).toEqual({ fixed, failure: null, still: [] });
    }
  });
}
