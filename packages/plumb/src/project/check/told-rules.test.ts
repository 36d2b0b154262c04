import { describe, expect, test } from 'vitest';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { rules } from '../../rules/registry.ts';
import type { Example, Rule } from '../../rules/rule.ts';
import { checkMigrations } from './check-migrations.ts';
import { checkQueries } from './check-queries.ts';

/* What is told by the rehearsal itself, or by what reads code, stands in its examples, too. */

const request = (cwd: string) => ({
  cwd,
  env: process.env,
  signal: new AbortController().signal,
  progress: () => {},
  base: 'base.sql',
});

async function idsFor({ on }: Rule, { base = '', sql = '', code, names }: Example): Promise<readonly string[]> {
  if (names !== undefined) {
    const [before, file] = names;
    const cwd = schemaFolder({ 'package.json': '{}', [`migrations/${before}`]: base, [file]: sql });
    const asked = { ...request(cwd), base: 'migrations:migrations', files: [file], all: false, schema: false };
    return (await checkMigrations(asked)).findings.map(({ id }) => id);
  }
  const given = { 'package.json': '{}', 'base.sql': base, 'change.sql': sql };
  if (on === 'rehearsal') {
    const asked = { files: ['change.sql'], all: false, schema: false, timeout: 2_000 };
    const { findings } = await checkMigrations({ ...request(schemaFolder(given)), ...asked });
    return findings.map(({ id }) => id);
  }
  const cwd = schemaFolder({ ...given, 'app.ts': code ?? '' });
  const isMigration = code !== undefined && sql !== '';
  const asked = { files: [code === undefined ? 'change.sql' : 'app.ts'], after: isMigration ? ['change.sql'] : [] };
  const { findings } = await checkQueries({ ...request(cwd), ...asked });
  return findings.map(({ id }) => id);
}

describe.each(rules.filter(({ on }) => on === 'rehearsal' || on === 'code'))('$id', (rule) => {
  test.each(named(rule.bad))('is told of %s', async (_, example) => {
    expect(await idsFor(rule, example)).toContain(rule.id);
  });
  test.each(named(rule.good))('is not told of %s', async (_, example) => {
    expect(await idsFor(rule, example)).not.toContain(rule.id);
  });
});

function named(examples: readonly Example[]): readonly (readonly [string, Example])[] {
  return examples.map((example) => [[example.sql, example.code].filter(Boolean).join(' and '), example]);
}
