import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixture, type LoginServer, password, startLoginServer } from '../../../../test/login-server.ts';
import { Problem } from '../../../contract/problem.ts';
import { connect } from '../connect.ts';
import { connectionSettings } from '../connection-settings.ts';
import type { Parameters } from '../parameters.ts';

let server: LoginServer;

beforeAll(async () => {
  server = await startLoginServer();
  return () => server.stop();
}, 120_000);

const authority = fixture('authority.crt');
const stranger = fixture('stranger.crt');

/** What a connection turned out to be: the server's word for its TLS, and the warnings. */
async function attempt(parameters: Parameters): Promise<{ tls: boolean; warnings: string[] }> {
  const warnings: string[] = [];
  const login = { host: 'localhost', port: String(server.port), user: 'anna', password, dbname: 'app', ...parameters };
  const settings = connectionSettings(login, { env: { HOME: server.home } });
  const client = await connect(settings, { onWarning: (warning) => warnings.push(warning) });
  const { rows } = await client.query<{ ssl: boolean }>('select ssl from pg_stat_ssl where pid = pg_backend_pid()');
  await client.end();
  return { tls: rows[0]?.ssl === true, warnings };
}

async function failure(parameters: Parameters): Promise<Problem> {
  try {
    await attempt(parameters);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain('s3cret');
    return error;
  }
  throw new Error('the connection was made');
}

describe('a server whose certificate an authority vouches for', () => {
  beforeAll(() => server.offerTls('server'));

  test.each([{ sslmode: 'verify-full' }, { sslmode: 'verify-ca' }, {}])(
    'is verified by the certificate of that authority: %j',
    async (parameters) => {
      expect(await attempt({ sslrootcert: authority, ...parameters })).toEqual({ tls: true, warnings: [] });
    },
  );

  test('is verified by its IP address too', async () => {
    expect(await attempt({ host: '127.0.0.1', sslrootcert: authority })).toEqual({ tls: true, warnings: [] });
  });

  test('is verified by its name when hostaddr gives the address', async () => {
    const parameters = { hostaddr: '127.0.0.1', sslrootcert: authority };
    expect(await attempt({ host: 'localhost', ...parameters })).toEqual({ tls: true, warnings: [] });
    expect((await failure({ host: 'db.elsewhere.example', ...parameters })).code).toBe('TLS_FAILED');
  });

  test.each(['verify-full', 'verify-ca'])(
    'is not trusted under %s by the authorities of this machine',
    async (sslmode) => {
      const problem = await failure({ sslmode });
      expect(problem.code).toBe('TLS_FAILED');
      expect(problem.message).toContain(
        "the server could not be verified: its certificate was issued by an authority that isn't trusted here",
      );
      expect(problem.hint).toContain('sslrootcert=FILE');
      expect(problem.hint).toContain('sslmode=require in the URL, or POSTGRES_SSL=no-verify');
    },
  );

  test('is not trusted by another authority, and the hint then names the mode that ignores it', async () => {
    const problem = await failure({ sslmode: 'verify-full', sslrootcert: stranger });
    expect(problem.code).toBe('TLS_FAILED');
    expect(problem.hint).toContain(`(now ${stranger})`);
    expect(problem.hint).toContain('sslmode=no-verify in the URL');
  });

  test('sslmode=require checks the authority where one is named, as libpq does', async () => {
    expect((await failure({ sslmode: 'require', sslrootcert: stranger })).code).toBe('TLS_FAILED');
    expect(await attempt({ sslmode: 'require', sslrootcert: authority })).toEqual({ tls: true, warnings: [] });
  });

  test('sslmode=no-verify checks nothing, and warns', async () => {
    const { tls, warnings } = await attempt({ sslmode: 'no-verify', sslrootcert: stranger });
    expect(tls).toBe(true);
    expect(warnings).toHaveLength(1);
  });

  test('TLS can begin without asking first', async () => {
    expect(await attempt({ sslnegotiation: 'direct', sslrootcert: authority })).toEqual({ tls: true, warnings: [] });
  });

  test('the channel can be bound to the server', async () => {
    expect(await attempt({ channel_binding: 'require', sslrootcert: authority })).toEqual({ tls: true, warnings: [] });
  });

  test('a channel that must be bound is not without TLS', async () => {
    const problem = await failure({ channel_binding: 'require', sslmode: 'disable' });
    expect(problem.code).toBe('AUTH_FAILED');
    expect(problem.message).toContain('channel binding was required');
  });

  test('sslmode=disable stays in the clear, prefer and no mode at all take TLS on this machine', async () => {
    expect(await attempt({ sslmode: 'disable' })).toEqual({ tls: false, warnings: [] });
    expect(await attempt({ sslmode: 'prefer' })).toEqual({ tls: true, warnings: [] });
    expect(await attempt({})).toEqual({ tls: true, warnings: [] });
  });

  test('prefer and allow turn to the other way where the rules of login ask for it', async () => {
    expect(await attempt({ user: 'plain', sslmode: 'prefer' })).toMatchObject({ tls: false });
    expect(await attempt({ user: 'plain' })).toMatchObject({ tls: false });
    expect(await attempt({ user: 'tls', sslmode: 'allow' })).toMatchObject({ tls: true });
  });

  test('a login that needs TLS and has none is told to ask for it', async () => {
    const problem = await failure({ user: 'tls', sslmode: 'disable' });
    expect(problem.code).toBe('AUTH_FAILED');
    expect(problem.message).toContain('no encryption');
    expect(problem.hint).toContain('sslmode=verify-full');
  });

  test('a file that is missing is told by its parameter', async () => {
    const problem = await failure({ sslrootcert: '/nowhere/ca.crt' });
    expect(problem.code).toBe('FILE_NOT_FOUND');
    expect(problem.message).toContain('sslrootcert names /nowhere/ca.crt');
  });

  test('a file that holds no certificate is told', async () => {
    expect((await failure({ sslrootcert: fixture('README.md') })).code).toBe('TLS_FAILED');
  });
});

describe('a client certificate', () => {
  beforeAll(() => server.offerTls('server'));

  function privateKey(name: string, mode = 0o600): string {
    const file = join(server.home, name);
    copyFileSync(fixture(name), file);
    chmodSync(file, mode);
    return file;
  }

  const certified = { user: 'certified', password: '', sslrootcert: authority, sslcert: fixture('client.crt') };

  test('lets its user in without a password', async () => {
    expect(await attempt({ ...certified, sslkey: privateKey('client.key') })).toEqual({ tls: true, warnings: [] });
  });

  test('has a key that may be encrypted', async () => {
    const sslkey = privateKey('client-encrypted.key');
    expect(await attempt({ ...certified, sslkey, sslpassword: 'open sesame' })).toEqual({ tls: true, warnings: [] });
    const problem = await failure({ ...certified, sslkey, sslpassword: 'wrong' });
    expect(problem.code).toBe('TLS_FAILED');
    expect(problem.message).toContain('its password is missing or wrong');
    expect((await failure({ ...certified, sslkey })).message).toContain('its password is missing or wrong');
  });

  test('must fit its key', async () => {
    expect((await failure({ ...certified, sslkey: privateKey('server.key') })).message).toContain(
      'do not belong together',
    );
  });

  test('is missed by its name', async () => {
    const { sslcert: _, ...without } = certified;
    const problem = await failure(without);
    expect(problem.code).toBe('AUTH_FAILED');
    expect(problem.hint).toContain('sslcert');
  });

  test('for another user is refused', async () => {
    const problem = await failure({ ...certified, user: 'another', sslkey: privateKey('client.key') });
    expect(problem.code).toBe('AUTH_FAILED');
    expect(problem.message).toContain('certificate authentication failed for user "another"');
  });

  test.runIf(process.platform !== 'win32')('has a key that nobody else may read', async () => {
    const problem = await failure({ ...certified, sslkey: privateKey('client.key', 0o644) });
    expect(problem.code).toBe('NO_PERMISSION');
    expect(problem.hint).toContain('chmod 0600');
  });
});

describe('a server whose certificate is for another name', () => {
  beforeAll(() => server.offerTls('elsewhere'));

  test('fails under verify-full with the names that the certificate has', async () => {
    const problem = await failure({ sslmode: 'verify-full', sslrootcert: authority });
    expect(problem.code).toBe('TLS_FAILED');
    expect(problem.message).toContain('its certificate is for another name');
    expect(problem.message).toContain('(it has: db.elsewhere.example)');
    expect(problem.hint).toContain('sslmode=verify-ca');
  });

  test('passes under verify-ca', async () => {
    expect(await attempt({ sslmode: 'verify-ca', sslrootcert: authority })).toEqual({ tls: true, warnings: [] });
  });
});

describe('a server whose certificate is self-signed', () => {
  beforeAll(() => server.offerTls('self-signed'));

  test('fails when it is to be verified, with both ways out', async () => {
    const problem = await failure({ sslmode: 'verify-full' });
    expect(problem.code).toBe('TLS_FAILED');
    expect(problem.message).toContain('the server could not be verified: its certificate is self-signed');
    expect(problem.hint).toContain('sslrootcert=FILE');
    expect(problem.hint).toContain('sslmode=require in the URL, or POSTGRES_SSL=no-verify');
  });

  test.each(['require', 'no-verify'])('is taken with a warning under sslmode=%s', async (sslmode) => {
    const { tls, warnings } = await attempt({ sslmode });
    expect(tls).toBe(true);
    expect(warnings).toEqual([
      expect.stringContaining(`since its certificate is self-signed and sslmode=${sslmode} asks for no more`),
    ]);
  });

  test('is verified when its own certificate is named as the authority', async () => {
    expect(await attempt({ sslrootcert: fixture('self-signed.crt') })).toEqual({ tls: true, warnings: [] });
  });
});

describe('a server without TLS', () => {
  beforeAll(() => server.offerTls(null));

  test.each(['require', 'verify-full', 'no-verify'])('fails under sslmode=%s', async (sslmode) => {
    const problem = await failure({ sslmode });
    expect(problem.code).toBe('TLS_NOT_OFFERED');
    expect(problem.message).toContain(`the server offers no TLS, and sslmode is ${sslmode}`);
    expect(problem.hint).toContain('sslmode=disable');
  });

  test('is taken in the clear under prefer, and on this machine without a mode', async () => {
    expect(await attempt({ sslmode: 'prefer' })).toEqual({ tls: false, warnings: [] });
    expect(await attempt({})).toEqual({ tls: false, warnings: [] });
  });
});
