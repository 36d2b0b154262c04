import { expect, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

const profiles = `CREATE TABLE public.profiles (id uuid PRIMARY KEY REFERENCES auth.users (id) ON DELETE CASCADE, name text`;

test('declarative schemas of Supabase are compared with its migrations on what the platform has', async () => {
  const cwd = schemaFolder({
    'package.json': '{}',
    'supabase/migrations/20240101000000_init.sql': `${profiles});`,
    'supabase/schemas/profiles.sql': `${profiles}, age int);
      ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;
      CREATE POLICY own ON public.profiles FOR SELECT TO authenticated USING (auth.uid() = id);`,
  });
  const { code, stdout } = await plumbHere(['diff'], { cwd, env: process.env });
  expect(code).toBe(0);
  expect(stdout).toContain('ADD COLUMN age integer');
  expect(stdout).toContain('CREATE POLICY own');
  expect(stdout).not.toMatch(/auth\.users|DROP|CREATE TABLE/);
  const empty = await plumbHere(['diff', '--from', 'empty'], { cwd, env: process.env });
  expect(empty.stdout).toContain('CREATE TABLE public.profiles');
  expect(empty.stdout).not.toContain('CREATE TABLE auth.users');
});
