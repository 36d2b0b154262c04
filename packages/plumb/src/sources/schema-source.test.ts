import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { schemaFolder } from '../../test/schema-folder.ts';
import { parseSchemaSource, type SchemaSource } from './schema-source.ts';

const cwd = resolve('/work space');

function parse(text: string, env: NodeJS.ProcessEnv = {}, folder = cwd): SchemaSource {
  return parseSchemaSource(text, { cwd: folder, env });
}

test('each kind of source is told by its first word', () => {
  const folder = schemaFolder({ 'db/schema.sql': '', 'odd:name.sql': '' });
  expect(parse('empty')).toEqual({ type: 'empty' });
  expect(parse('db', {}, folder)).toEqual({ type: 'files', path: join(folder, 'db'), shown: 'db' });
  expect(parse('./db/schema.sql', {}, folder)).toMatchObject({ type: 'files', path: join(folder, 'db', 'schema.sql') });
  expect(parse('migrations:db/migrations')).toMatchObject({
    type: 'migrations',
    folder: join(cwd, 'db', 'migrations'),
  });
  expect(parse('exec: npx drizzle-kit export')).toEqual({ type: 'exec', command: 'npx drizzle-kit export', cwd });
  expect(parse('postgres://anna@db.example.com/app')).toMatchObject({
    type: 'url',
    settings: { user: 'anna', database: 'app', servers: [{ host: 'db.example.com', port: 5432 }] },
  });
  expect(parse('host=/tmp dbname=app user=anna')).toMatchObject({ type: 'url', settings: { database: 'app' } });
});

test('a URL is completed from the environment as libpq does, but not with what was set for another server or user', () => {
  const env = { PGHOST: 'elsewhere', PGPORT: '9999', PGUSER: 'bob', PGPASSWORD: 'secret', PGSSLMODE: 'disable' };
  const own = parse('postgres://anna@db.example.com/app', env);
  expect(own).toMatchObject({ settings: { tls: { mode: 'disable' }, servers: [{ port: 5432, password: null }] } });
  const bobs = parse('postgres://db.example.com/app', env);
  expect(bobs).toMatchObject({ settings: { user: 'bob', servers: [{ port: 5432, password: expect.anything() }] } });
  expect(parse('postgres:///app', env)).toMatchObject({ settings: { servers: [{ host: 'elsewhere', port: 9999 }] } });
});

test('what is no source is refused, with all that can be given', () => {
  const hint = expect.stringContaining('migrations:<folder>');
  for (const text of ['', ' ', 'shema', 'mysql://a@b/c', 'migrations:', 'exec: ']) {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'USAGE', hint }));
  }
  expect(() => parse('db/shema.sql')).toThrow(expect.objectContaining({ code: 'FILE_NOT_FOUND', hint }));
  expect(() => parse('redis://a:secret@b')).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('secret') }),
  );
});
