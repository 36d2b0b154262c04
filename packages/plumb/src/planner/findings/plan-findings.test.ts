import { loadModule } from 'libpg-query';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { splitStatements } from '../../sql/split-statements.ts';
import { readPlan } from '../tree/read-plan.ts';
import { findInPlan } from './find-in-plan.ts';
import type { PlanExample, PlanFinding, PlanView } from './plan-finding.ts';
import { planFindings } from './plan-findings.generated.ts';
import { plannerSettings } from './planner-settings.ts';
import { readRelationSizes } from './relation-sizes.ts';
import { explainOn, sessionReplanner } from './session-replanner.ts';

/*
 * Every finding sees what is bad in its own examples, and is silent in what is good, in plans of real servers with real rows.
 * All findings look at each example, and what names an index or another query is planned again.
 */

beforeAll(() => loadModule());

for (const major of [18, 14]) {
  describe(`on PostgreSQL ${major}`, () => {
    let server: PostgresServer;

    beforeAll(async () => {
      server = await openShadowServer({ major });
    });
    afterAll(() => server.close());

    const filled = ({ base }: PlanExample) => ({
      key: `plan example, vacuumed ${base}`,
      build: async (client: Client) => {
        const { statements } = await splitStatements({ name: 'base.sql', text: base });
        // VACUUM marks pages as visible only when the commits that it finds are on disk
        await client.query('SET synchronous_commit = on');
        for (const { text } of statements ?? []) await client.query(text);
      },
    });

    async function idsFor(finding: PlanFinding, example: PlanExample): Promise<readonly string[]> {
      if (example.plan !== undefined) return idsIn(given(example.plan), null);
      await using shadow = await server.createShadow(filled(example));
      const client = await shadow.connect();
      try {
        const split = await splitStatements({ name: 'q.sql', text: example.sql });
        const statements = [...(split.statements ?? [])];
        const query = statements.pop();
        if (query === undefined) throw new Error(`PostgreSQL can't parse ${example.sql}`);
        for (const { text } of statements) await client.query(text);
        const run = finding.from === 'execution';
        if (run) await client.query('BEGIN');
        const { parameters = [] } = example;
        const plan = await explainOn(client, query.text, {
          parameters,
          ...(run ? { options: ['ANALYZE', 'BUFFERS'] } : {}),
        });
        if (run) await client.query('ROLLBACK');
        if (plan === null) throw new Error(`no plan of ${query.text}`);
        const view = {
          plan,
          query: query.tree,
          sql: query.text,
          catalog: await readCatalog(client),
          sizes: await readRelationSizes(client),
          settings: await plannerSettings(client),
          generic: parameters.length > 0 ? await explainOn(client, query.text, { parameters, generic: true }) : null,
        };
        return await idsIn(view, client, parameters);
      } finally {
        await client.end();
      }
    }

    for (const finding of planFindings) {
      // the oldest major is looked at once for each finding, and for what is said to be different there
      const wanted = ({ majors }: PlanExample, at: number): boolean =>
        majors === undefined ? major === 18 || at === 0 : majors.includes(major);
      test.each(finding.bad.filter(wanted).map((example) => [shown(example), example] as const))(
        `${finding.id} finds: %s`,
        async (_, example) => {
          expect(await idsFor(finding, example)).toContain(finding.id);
        },
      );
      test.each(finding.good.filter(wanted).map((example) => [shown(example), example] as const))(
        `${finding.id} has nothing to say of: %s`,
        async (_, example) => {
          expect(await idsFor(finding, example)).not.toContain(finding.id);
        },
      );
    }
  });
}

test('every finding has several bad and good examples, and is named after its file', () => {
  for (const { id, bad, good } of planFindings) {
    expect([id, bad.length >= 2 && good.length >= 2]).toEqual([id, true]);
    expect(id).toMatch(/^[a-z0-9-]+$/);
  }
  expect(new Set(planFindings.map(({ id }) => id)).size).toBe(planFindings.length);
});

async function idsIn(
  view: PlanView,
  client: Client | null,
  parameters: readonly string[] = [],
): Promise<readonly string[]> {
  const replan = client === null ? null : sessionReplanner(client, parameters);
  return (await findInPlan(planFindings, view, { replan, location: null })).map(({ id }) => id);
}

function given(plan: string): PlanView {
  const nothing = { query: null, sql: null, catalog: null, sizes: null, settings: {}, generic: null };
  return { plan: readPlan(plan), ...nothing };
}

function shown({ sql, plan }: PlanExample): string {
  const text = (plan ?? sql).replaceAll(/\s+/g, ' ');
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
