import { expect, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

test.each([
  ['TypeORM', 'src/migrations/1700000000000-Init.ts', 'import { QueryRunner } from "typeorm";', 'as SQL'],
  ['Knex', 'migrations/20240101000000_init.js', 'exports.up = (knex) => knex.schema', 'as SQL'],
  ['Sequelize', 'migrations/20240101000000-init.js', 'module.exports = { up: (queryInterface) => {} }', 'as SQL'],
  [
    'MikroORM',
    'src/migrations/Migration20240101000000.ts',
    'import { Migration } from "@mikro-orm/migrations";',
    '--dump',
  ],
  ['Alembic', 'alembic/versions/abc_init.py', 'from alembic import op', '--sql'],
  ['Django', 'shop/migrations/0001_initial.py', 'from django.db import migrations', 'sqlmigrate'],
  ['Rails', 'db/migrate/20240101000000_init.rb', 'class Init < ActiveRecord::Migration', 'structure.sql'],
  ['Liquibase', 'db/changelog/db.changelog-master.yaml', 'databaseChangeLog: []', 'update-sql'],
])('migrations of %s are named, and how plumb can see their SQL', async (tool, file, content, advice) => {
  const cwd = schemaFolder({ 'package.json': '{}', [file]: content });
  const { code, stderr } = await plumbHere(['check'], { cwd, env: process.env });
  expect([code, stderr]).toEqual([2, expect.stringContaining(tool)]);
  expect(stderr).toContain(advice);
});

test('where there is nothing at all, it is asked for', async () => {
  const { stderr } = await plumbHere(['check'], { cwd: schemaFolder({ 'package.json': '{}' }), env: process.env });
  expect(stderr).toContain('There is no folder db/migrations.');
  expect(stderr).toContain('--migrations');
});

test('a plan of sqitch leads to its migrations', async () => {
  const cwd = schemaFolder({
    'package.json': '{}',
    'sqitch.plan': '%project=a\n\nusers 2024-01-01T00:00:00Z A <a@b>\nnames 2024-01-02T00:00:00Z A <a@b>\n',
    'deploy/users.sql': 'BEGIN; CREATE TABLE users (id bigint PRIMARY KEY); COMMIT;',
    'deploy/names.sql': 'BEGIN; ALTER TABLE users ADD COLUMN name text; COMMIT;',
    'verify/users.sql': 'SELECT 1/0;',
  });
  const { stdout } = await plumbHere(['check', '--json'], { cwd, env: process.env });
  expect(JSON.parse(stdout).data.steps.map(({ sql }: { sql: string }) => sql)).toContain(
    'ALTER TABLE users ADD COLUMN name text',
  );
});
