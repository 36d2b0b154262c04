import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Problem } from '../../contract/problem.ts';
import { readService } from './service-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pgservice-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(text: string, name = 'service.conf'): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const example = `
# the team's servers
[staging]
host=staging.example.com
port=5433
dbname=app

[production]
host=production.example.com
sslmode=verify-full
password=a = b
`;

test('a service is the section of its name', () => {
  const file = write(example);
  expect(readService('staging', file, {})).toEqual({
    name: 'staging',
    file,
    parameters: { host: 'staging.example.com', port: '5433', dbname: 'app' },
  });
});

test('all after the first equals sign is the value', () => {
  expect(readService('production', write(example), {}).parameters.password).toBe('a = b');
});

test('PGSERVICEFILE names the file', () => {
  expect(readService('staging', undefined, { PGSERVICEFILE: write(example) }).name).toBe('staging');
});

test("what the user's file lacks is looked up in the system's", () => {
  write('[shared]\nhost=shared.example.com\n', 'pg_service.conf');
  const service = readService('shared', undefined, { PGSERVICEFILE: write(example), PGSYSCONFDIR: folder });
  expect(service.parameters).toEqual({ host: 'shared.example.com' });
});

test.each([
  ['prodution', example, 'The service prodution is not defined', 'Did you mean production?'],
  ['s', '[s]\nhots=x\n', 'Line 2 of', 'Did you mean host?'],
  ['s', '[s]\nnonsense\n', 'is not of the form key=value', null],
  ['s', '[s]\nservice=other\n', 'names a service within a service', null],
])('what is wrong with service %s is told by file and line', (name, text, message, hint) => {
  const file = write(text);
  try {
    readService(name, file, {});
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ code: 'CONFIG_INVALID', message: expect.stringContaining(message), hint });
    expect(error).toMatchObject({ message: expect.stringContaining(file) });
  }
});
