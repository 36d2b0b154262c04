import { identifier } from '../../catalog/identifier.ts';
import { isConstraint } from '../../catalog/kinds/constraint/constraint-facts.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { alterations } from '../sql/alter-table.ts';
import { seenName } from '../sql/seen-name.ts';

export default defineMigrationRule({
  id: 'not-null-proof-dropped-in-same-command',
  group: 'locks',
  severity: 'error',
  title: 'The proof is gone before it is looked for',
  why: 'PostgreSQL drops constraints first, whatever their order in one ALTER TABLE. SET NOT NULL then finds no proof, and reads every row under ACCESS EXCLUSIVE.',
  todo: 'Drop the CHECK in a statement of its own, after SET NOT NULL.',
  over: ['set-not-null-scan'],
  bad: [
    {
      base: 'CREATE TABLE t (a int, CONSTRAINT c CHECK (a IS NOT NULL))',
      sql: 'ALTER TABLE t ALTER a SET NOT NULL, DROP CONSTRAINT c',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" ("A" int, b int, CONSTRAINT "C" CHECK ("A" IS NOT NULL AND b > 0))',
      sql: 'ALTER TABLE s."T" DROP CONSTRAINT IF EXISTS "C", ALTER COLUMN "A" SET NOT NULL',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (a int, CONSTRAINT c CHECK (a IS NOT NULL))',
      sql: 'ALTER TABLE t ALTER a SET NOT NULL; ALTER TABLE t DROP CONSTRAINT c',
    },
    {
      base: 'CREATE TABLE t (a int, b int, CONSTRAINT c CHECK (b > 0), CHECK (a IS NOT NULL))',
      sql: 'ALTER TABLE t ALTER a SET NOT NULL, DROP CONSTRAINT c',
    },
    {
      base: 'CREATE TABLE t (a int, b int, CONSTRAINT c CHECK (b > 0))',
      sql: 'ALTER TABLE t ALTER a SET NOT NULL, DROP CONSTRAINT c',
    },
  ],
  *check(view) {
    const constraints = [...view.before.objects.values()].filter(isConstraint);
    for (const { step, relation, command, commands, alter } of alterations(view, 'AT_SetNotNull')) {
      const table = seenName(step.observation?.locks ?? {}, relation);
      if (blocksItself(step).length === 0) continue;
      const dropped = commands.flatMap(({ subtype, name }) => (subtype === 'AT_DropConstraint' ? [name] : []));
      const proof = constraints.find(
        ({ facts }) =>
          facts.type === 'check' &&
          `${facts.schema}.${facts.table}` === table &&
          dropped.includes(facts.name) &&
          facts.expression.replaceAll('"', '').includes(`${command.name} IS NOT NULL`),
      );
      if (proof === undefined) continue;
      const { name } = proof.facts;
      const column = identifier(command.name ?? '');
      const fix = {
        description: 'Drop the proof afterwards.',
        sql: `${alter} ALTER COLUMN ${column} SET NOT NULL;\n${alter} DROP CONSTRAINT ${identifier(name)};`,
      };
      yield blocking(
        step,
        view,
        `${name}, which proves that no row is NULL, is dropped first, so every row is read while nobody can read or write ${listed(blocksItself(step))}.`,
        commands.length === 2 ? { fix } : {},
      );
    }
  },
});
