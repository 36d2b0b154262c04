import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { Problem } from '../../contract/problem.ts';
import { connectionSettings, systemUser } from './connection-settings.ts';
import { describeConnection } from './describe-connection.ts';
import type { Parameters } from './parameters.ts';

const home = mkdtempSync(join(tmpdir(), 'home-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const env = { HOME: home };
const settings = (parameters: Parameters) => connectionSettings(parameters, { env });

test('without any parameter, the system user connects to the database of its own name at port 5432', () => {
  expect(settings({})).toMatchObject({
    user: systemUser(),
    database: systemUser(),
    servers: [{ port: 5432, password: null }],
    tls: { mode: null },
    applicationName: 'plumb',
    connectTimeout: 10,
  });
});

test('without a database, that of the user is meant', () => {
  expect(settings({ user: 'anna' }).database).toBe('anna');
});

const lists: readonly (readonly [Parameters, readonly (readonly [string, string | null, number])[]])[] = [
  [
    { host: 'a,b', port: '1,2' },
    [
      ['a', null, 1],
      ['b', null, 2],
    ],
  ],
  [
    { host: 'a,b', port: '1' },
    [
      ['a', null, 1],
      ['b', null, 1],
    ],
  ],
  [
    { host: 'a,b' },
    [
      ['a', null, 5432],
      ['b', null, 5432],
    ],
  ],
  [
    { host: 'a,b', port: ',2' },
    [
      ['a', null, 5432],
      ['b', null, 2],
    ],
  ],
  [
    { host: 'a,b', hostaddr: '10.0.0.1,' },
    [
      ['a', '10.0.0.1', 5432],
      ['b', null, 5432],
    ],
  ],
  [
    { hostaddr: '10.0.0.1,::1', port: '1,2' },
    [
      ['10.0.0.1', '10.0.0.1', 1],
      ['::1', '::1', 2],
    ],
  ],
  [{ host: '/tmp/here' }, [['/tmp/here', null, 5432]]],
];

test.each(lists)('%j names servers as libpq pairs them', (parameters, expected) => {
  expect(settings(parameters).servers.map(({ host, address, port }) => [host, address, port])).toEqual(expected);
});

test.each([
  [{ host: 'a,b,c', port: '1,2' }, 'port has 2 values, and host has 3.'],
  [{ host: 'a', hostaddr: '::1,::2' }, 'host has 1 values, and hostaddr has 2.'],
  [{ hostaddr: 'localhost' }, 'hostaddr is not an IP address.'],
  [{ port: 'abc' }, 'port is not a port from 1 to 65535.'],
  [{ port: '70000' }, 'port is not a port from 1 to 65535.'],
  [{ sslmode: 'verify' }, 'sslmode is not one of disable, allow, prefer, require, verify-ca, verify-full, no-verify.'],
  [{ sslrootcert: 'system', sslmode: 'require' }, 'sslmode=require is too weak where sslrootcert is "system".'],
  [{ sslnegotiation: 'direct', sslmode: 'prefer' }, 'sslmode=prefer is too weak where sslnegotiation is "direct".'],
  [{ connect_timeout: 'soon' }, 'connect_timeout is not a whole number of seconds.'],
  [{ target_session_attrs: 'master' }, 'target_session_attrs is not one of any,'],
])('%j is refused', (parameters, message) => {
  expect(() => settings(parameters)).toThrowError(Problem);
  expect(() => settings(parameters)).toThrowError(message);
});

test('a message calls a parameter by the name that the caller has for it', () => {
  expect(() => connectionSettings({ port: 'x' }, { env, nameOf: () => 'PGPORT' })).toThrowError(
    /^PGPORT is not a port/,
  );
});

test.each([
  ['-5', 0],
  ['0', 0],
  ['30', 30],
])('connect_timeout=%s waits %d seconds, 0 for ever', (connect_timeout, expected) => {
  expect(settings({ connect_timeout }).connectTimeout).toBe(expected);
});

test.each([
  [{ sslrootcert: '/ca.crt' }, 'verify-full', '/ca.crt'],
  [{ sslrootcert: 'system' }, 'verify-full', null],
  [{ sslrootcert: '/ca.crt', sslmode: 'require' }, 'require', '/ca.crt'],
  [{ sslnegotiation: 'direct' }, 'verify-full', null],
  [{ sslmode: 'prefer' }, 'prefer', null],
])('%j means sslmode %s', (parameters, mode, rootCertificate) => {
  expect(settings(parameters).tls).toMatchObject({ mode, rootCertificate });
});

test.runIf(process.platform !== 'win32')('certificates in ~/.postgresql are used as libpq uses them', () => {
  const own = mkdtempSync(join(home, 'own-'));
  mkdirSync(join(own, '.postgresql'));
  for (const name of ['root.crt', 'postgresql.crt', 'postgresql.key'])
    writeFileSync(join(own, '.postgresql', name), '');
  expect(connectionSettings({}, { env: { HOME: own } }).tls).toMatchObject({
    mode: null,
    rootCertificate: join(own, '.postgresql', 'root.crt'),
    certificate: join(own, '.postgresql', 'postgresql.crt'),
    key: join(own, '.postgresql', 'postgresql.key'),
  });
});

test('each server has its own line in the password file, and a socket that nobody named is localhost', () => {
  const passfile = join(home, 'passwords');
  writeFileSync(passfile, 'a:*:*:*:for a\nb:*:*:*:for b\nlocalhost:*:*:*:for localhost\n', { mode: 0o600 });
  const passwords = (parameters: Parameters) =>
    settings({ ...parameters, passfile }).servers.map(({ password }) => password?.reveal());
  expect(passwords({ host: 'a,b,c' })).toEqual(['for a', 'for b', undefined]);
  expect(passwords({})).toEqual(['for localhost']);
  expect(passwords({ host: 'a', password: 'given' })).toEqual(['given']);
});

test('settings show no password, however they are printed', () => {
  const secretive = settings({ host: 'db', password: 's3cret', sslpassword: 's3cret' });
  for (const text of [
    inspect(secretive, { depth: null, showHidden: true }),
    JSON.stringify(secretive),
    String(secretive.servers[0].password),
  ]) {
    expect(text).not.toContain('s3cret');
  }
});

test.each([
  [{ host: 'db', user: 'u', dbname: 'd', sslmode: 'verify-full', password: 's3cret' }, 'u@db:5432/d (TLS verified)'],
  [{ host: 'db', user: 'u', dbname: 'd', sslmode: 'require' }, 'u@db:5432/d (TLS not verified)'],
  [{ host: '::1', port: '1', user: 'u', dbname: 'd', sslmode: 'disable' }, 'u@[::1]:1/d (no TLS)'],
  [{ host: 'a,b', user: 'u', dbname: 'd', sslmode: 'verify-ca' }, 'u@a:5432,b:5432/d (TLS verified, any host name)'],
])('%j is described as %s', (parameters, expected) => {
  expect(describeConnection(settings(parameters))).toBe(expected);
});

test.runIf(process.platform !== 'win32')('a socket is described by its path', () => {
  expect(describeConnection(settings({ host: '/run/here', user: 'u', dbname: 'd' }))).toBe(
    'u@/run/here/.s.PGSQL.5432/d (socket)',
  );
});
