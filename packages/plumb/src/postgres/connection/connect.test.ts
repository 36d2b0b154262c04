import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { inspect } from 'node:util';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { type LoginServer, password, startLoginServer } from '../../../test/login-server.ts';
import { Problem } from '../../contract/problem.ts';
import { freePort } from '../embedded/free-port.ts';
import { connect } from './connect.ts';
import { connectionSettings } from './connection-settings.ts';
import type { Parameters } from './parameters.ts';

let server: LoginServer;

beforeAll(async () => {
  server = await startLoginServer();
  return () => server.stop();
}, 120_000);

function login(parameters: Parameters = {}): Parameters {
  return { host: '127.0.0.1', port: String(server.port), user: 'anna', password, dbname: 'app', ...parameters };
}

const open = (parameters: Parameters) => connect(connectionSettings(parameters, { env: { HOME: server.home } }));

async function failure(parameters: Parameters): Promise<Problem> {
  try {
    const client = await open(parameters);
    await client.end();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain('s3cret');
    return error;
  }
  throw new Error('the connection was made');
}

async function answerOf(parameters: Parameters, sql: string): Promise<unknown> {
  const client = await open(parameters);
  try {
    const { rows } = await client.query(sql);
    return rows[0];
  } finally {
    await client.end();
  }
}

test('a connection is made with what the settings say, and nothing of the environment', async () => {
  process.env.PGOPTIONS = '-c statement_timeout=1';
  process.env.PGAPPNAME = 'other';
  onTestFinished(() => {
    delete process.env.PGOPTIONS;
    delete process.env.PGAPPNAME;
  });
  const sql = `select current_user as "user", current_database() as "database",
    current_setting('application_name') as "name", current_setting('statement_timeout') as "timeout"`;
  expect(await answerOf(login(), sql)).toEqual({ user: 'anna', database: 'app', name: 'plumb', timeout: '0' });
  expect(await answerOf(login({ options: '-c statement_timeout=5s', application_name: 'mine' }), sql)).toMatchObject({
    name: 'mine',
    timeout: '5s',
  });
});

test('a connection that is lost fails its next query and not the process', async () => {
  const client = await open(login());
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const ended = new Promise((resolve) => client.once('end', resolve));
  await server.query(`select pg_terminate_backend(${rows[0]?.pid})`);
  await ended;
  await expect(client.query('select 1')).rejects.toThrow();
});

test('a wrong password is told with the user, the server and where the password comes from', async () => {
  const problem = await failure(login({ password: 'wrong' }));
  expect(problem.code).toBe('AUTH_FAILED');
  expect(problem.message).toBe(
    `Could not connect to database "app" at 127.0.0.1:${server.port} as user "anna": the server did not accept the user with this password.`,
  );
  expect(problem.hint).toContain('plumb config');
});

test('a user who does not exist fails as a wrong password does', async () => {
  expect((await failure(login({ user: 'ghost' }))).code).toBe('AUTH_FAILED');
});

test('a missing password is told', async () => {
  const { password: _, ...parameters } = login();
  const problem = await failure(parameters);
  expect(problem.code).toBe('AUTH_FAILED');
  expect(problem.message).toContain('the server asks for a password, and none was given');
});

test.each([
  [{ user: 'nobody_knows' }, 'no pg_hba.conf entry for host "127.0.0.1", user "nobody_knows", database "app"'],
  [{ user: 'locked' }, 'role "locked" is not permitted to log in'],
])('a login that the rules forbid, %j, is told in the words of the server', async (parameters, words) => {
  const problem = await failure(login(parameters));
  expect(problem.code).toBe('AUTH_FAILED');
  expect(problem.message).toContain(words);
});

test('a missing database is told with the names that come close', async () => {
  const problem = await failure(login({ dbname: 'aap' }));
  expect(problem.code).toBe('DATABASE_MISSING');
  expect(problem.message).toContain('there is no such database');
  expect(problem.hint).toBe('Did you mean "app"? Create it with: create database "aap";');
});

test('a missing database like no other is told with those that are there', async () => {
  const problem = await failure(login({ dbname: 'nothing like it' }));
  expect(problem.hint).toBe('The server has: app, postgres. Create it with: create database "nothing like it";');
});

test('too many connections are told', async () => {
  const problem = await failure(login({ user: 'few' }));
  expect(problem.code).toBe('TOO_MANY_CONNECTIONS');
  expect(problem.message).toContain('too many connections for role "few"');
});

test('a port where nobody listens is told as refused', async () => {
  const port = await freePort();
  const problem = await failure(login({ host: 'localhost', port: String(port) }));
  expect(problem.code).toBe('CONNECTION_REFUSED');
  expect(problem.message).toContain(`at localhost:${port} as user "anna": connection refused`);
});

test.runIf(process.platform !== 'win32')('a socket that is not there is told by its path', async () => {
  const problem = await failure(login({ host: server.home }));
  expect(problem.code).toBe('CONNECTION_REFUSED');
  expect(problem.message).toContain(`${server.home}/.s.PGSQL.${server.port}`);
});

test('a host that does not exist is told by its name', async () => {
  const problem = await failure(login({ host: 'nowhere.invalid' }));
  expect(problem.code).toBe('HOST_NOT_FOUND');
  expect(problem.message).toContain('("nowhere.invalid")');
});

test('a port that speaks HTTP is told, whether TLS is asked for or not', async () => {
  const port = await listen(createServer((_request, response) => response.end('hello')));
  for (const sslmode of ['disable', 'prefer', 'require']) {
    const problem = await failure(login({ port, sslmode }));
    expect(problem.code).toBe('CONNECTION_LOST');
    expect(problem.message).toContain('what answers there is a web server (HTTP)');
  }
});

test('a server that takes the connection and says nothing is given up after connect_timeout', async () => {
  const port = await listen(createTcpServer());
  const problem = await failure(login({ port, connect_timeout: '1' }));
  expect(problem.code).toBe('CONNECTION_TIMEOUT');
  expect(problem.message).toContain('the server took the connection, but did not answer within 1 second');
});

test('a proxy with nothing behind it is told', async () => {
  const port = await listen(createTcpServer((socket) => socket.destroy()));
  const problem = await failure(login({ port }));
  expect(problem.code).toBe('CONNECTION_LOST');
});

test('a way to log in that plumb does not speak is told', async () => {
  const gssapi = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 7]);
  const port = await listen(
    createTcpServer((socket) => socket.on('error', () => {}).once('data', () => socket.write(gssapi))),
  );
  const problem = await failure(login({ port, sslmode: 'disable' }));
  expect(problem.code).toBe('AUTH_FAILED');
  expect(problem.message).toContain('asks for a login by GSSAPI');
});

test('of several servers the first that takes us is used', async () => {
  const closed = await freePort();
  const parameters = login({ host: 'nowhere.invalid,127.0.0.1,127.0.0.1', port: `5432,${closed},${server.port}` });
  expect(await answerOf(parameters, 'select 1 as one')).toEqual({ one: 1 });
});

test('when none of several servers takes us, each is told', async () => {
  const closed = await freePort();
  const problem = await failure(login({ host: 'nowhere.invalid,127.0.0.1', port: `5432,${closed}` }));
  expect(problem.message).toContain('None of the servers took the connection:');
  expect(problem.message).toContain('nowhere.invalid');
  expect(problem.message).toContain(`127.0.0.1:${closed}`);
});

test('a login that failed is not tried at the next server', async () => {
  const problem = await failure(login({ host: '127.0.0.1,nowhere.invalid', password: 'wrong' }));
  expect(problem.message).not.toContain('nowhere.invalid');
});

test.each([
  ['primary', true],
  ['read-write', true],
  ['prefer-standby', true],
  ['standby', false],
  ['read-only', false],
])('target_session_attrs=%s on a lone primary', async (target_session_attrs, taken) => {
  const parameters = login({ target_session_attrs });
  if (taken) expect(await answerOf(parameters, 'select 1 as one')).toEqual({ one: 1 });
  else
    expect((await failure(parameters)).message).toBe(
      `The server at 127.0.0.1:${server.port} is not ${target_session_attrs}.`,
    );
});

test('an interruption ends the wait', async () => {
  const port = await listen(createTcpServer());
  const interruption = new AbortController();
  const settings = connectionSettings(login({ port }), { env: { HOME: server.home } });
  const attempt = connect(settings, { signal: interruption.signal });
  setImmediate(() => interruption.abort(new Problem('INTERRUPTED', 'Interrupted.')));
  await expect(attempt).rejects.toThrow('Interrupted.');
});

async function listen(listener: Server | ReturnType<typeof createTcpServer>): Promise<string> {
  const sockets = new Set<{ destroy(): void }>();
  listener.on('connection', (socket: { destroy(): void }) => sockets.add(socket));
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    listener.close();
  });
  const address: AddressInfo | string | null = listener.address();
  return typeof address === 'object' && address !== null ? String(address.port) : '';
}
