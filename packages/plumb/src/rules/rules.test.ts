import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RuleExamples } from '../../test/rule-examples.ts';
import type { Sizes } from '../catalog/description/description.ts';
import { noUsage } from '../catalog/usage/usage.ts';
import { openShadowServer } from '../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../postgres/server.ts';
import { splitStatements } from '../sql/split-statements.ts';
import { viewOf } from './migration-view.ts';
import { migrationRules, queryRules, rules, schemaRules } from './registry.ts';
import type { Example, Rule } from './rule.ts';
import { findInMigrations, findInQuery, findInSchema, holdsFor } from './run-rules.ts';

/*
 * Every rule finds what is bad in its own examples, and is silent in what is good, on real servers. All rules look at each
 * example, so that one that says more of the same thing is the one that speaks.
 */

for (const major of [18, 14]) {
  describe.concurrent(`on PostgreSQL ${major}`, () => {
    let server: PostgresServer;
    let examples: RuleExamples;

    beforeAll(async () => {
      server = await openShadowServer({ major });
      examples = new RuleExamples(server);
    });
    afterAll(() => server.close());

    async function idsFor(rule: Rule, example: Example): Promise<readonly string[]> {
      if (rule.on === 'migration') {
        const rehearsal = await examples.rehearse(example, example.sql ?? '');
        return findInMigrations(migrationRules, await viewOf(rehearsal, { major, sizes: sizesIn(example) })).map(
          ({ id }) => id,
        );
      }
      const catalog = await examples.catalogOf(example);
      if (rule.on === 'schema')
        return findInSchema(schemaRules, { major, catalog, usage: { ...noUsage, ...example.usage } }).map(
          ({ id }) => id,
        );
      const split = await splitStatements({ name: 'q.sql', text: example.sql ?? '' });
      return (split.statements ?? []).flatMap((statement) => {
        if (statement.tree === null) throw new Error(`PostgreSQL can't parse ${statement.text}`);
        return findInQuery(queryRules, { statement, tree: statement.tree, catalog }).map(({ id }) => id);
      });
    }

    for (const rule of rules.filter(
      ({ on, since = 0 }) => on !== 'rehearsal' && on !== 'code' && on !== 'plans' && since <= major,
    )) {
      // the oldest major is looked at once for each rule, and for what is said to be different there
      const wanted = (example: Example, at: number): boolean =>
        holdsFor(example, rule, major) && (major === 18 || at === 0 || example.majors !== undefined);
      const bad = rule.bad.filter(wanted);
      const good = rule.good.filter(wanted);
      test.each(bad.map((example) => [shown(example), example] as const))(
        `${rule.id} finds: %s`,
        async (_, example) => {
          expect(await idsFor(rule, example)).toContain(rule.id);
        },
      );
      test.each(good.map((example) => [shown(example), example] as const))(
        `${rule.id} has nothing to say of: %s`,
        async (_, example) => {
          expect(await idsFor(rule, example)).not.toContain(rule.id);
        },
      );
    }
  });
}

test('every rule has bad and good examples of different shape, and each is named after its file', () => {
  for (const rule of rules) {
    expect([rule.id, rule.bad.length >= 1 && rule.good.length >= 2]).toEqual([rule.id, true]);
    expect(rule.id).toMatch(/^[a-z0-9-]+$/);
  }
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

function sizesIn({ sizes }: Example): Sizes | null {
  return sizes === undefined ? null : new Map(Object.entries(sizes));
}

function shown({ sql, base }: Example): string {
  const text = (sql ?? base ?? '').replaceAll(/\s+/g, ' ');
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
