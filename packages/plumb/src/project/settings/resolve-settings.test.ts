import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { describeConnection } from '../../postgres/connection/describe-connection.ts';
import { resolveSettings } from './resolve-settings.ts';
import type { SettingFlags, Settings } from './settings.ts';

interface Scene {
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly flags?: SettingFlags;
  readonly cwd?: string;
}

async function resolveIn({
  files = {},
  env = {},
  flags = {},
  cwd = '.',
}: Scene): Promise<Settings & { folder: string }> {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries({ 'package.json': '{}', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text, { mode: 0o600 });
  }
  const settings = await resolveSettings({
    cwd: join(folder, cwd),
    env: { HOME: join(folder, 'home'), ...env },
    flags,
  });
  return { ...settings, folder };
}

/** The server that the settings mean, with the password, in short. */
async function serverOf(scene: Scene): Promise<string> {
  const { target } = await resolveIn(scene);
  if (target.kind === 'data-cluster') return 'data cluster';
  const { connection } = target;
  const [{ host, port, password }] = connection.servers;
  return `${connection.user}:${password?.reveal() ?? ''}@${host}:${port}/${connection.database}`;
}

function sourceOf({ all }: Settings, name: string): string | undefined {
  const setting = all.find((candidate) => candidate.name === name);
  return setting && `${setting.value} (${setting.source.kind}: ${setting.source.detail})`;
}

const config = (url: string) => `export default { database: { url: '${url}' } };`;

test('without any setting the target is the data cluster of the project', async () => {
  const settings = await resolveIn({});
  expect(settings.target).toEqual({ kind: 'data-cluster' });
  expect(settings).toMatchObject({
    root: settings.folder,
    configFile: null,
    port: null,
    major: null,
    schema: join(settings.folder, 'db/schema'),
    migrations: join(settings.folder, 'db/migrations'),
    shadow: { idleSeconds: 300, limits: { count: 100, bytes: 4_000_000_000 } },
    warnings: [],
  });
});

test.each([
  [{ PGUSER: 'me', PGPASSWORD: 'x', PGSSLMODE: 'require', PGCONNECT_TIMEOUT: '5', PGOPTIONS: '-c jit=off' }],
  [{ POSTGRES_USER: 'me', POSTGRES_PASSWORD: 'x', POSTGRES_SSL: 'true' }],
])('%j says who and how, but no database', async (env) => {
  expect(await serverOf({ env })).toBe('data cluster');
});

test('the places go in order: flag, environment, configuration, .env.local, .env', async () => {
  const everywhere = {
    flags: { url: 'postgres://u@flag/d' },
    env: { DATABASE_URL: 'postgres://u@environment/d' },
    files: {
      'plumb.config.ts': config('postgres://u@config/d'),
      '.env.local': 'DATABASE_URL=postgres://u@local/d',
      '.env': 'DATABASE_URL=postgres://u@env/d',
    },
  };
  const { 'plumb.config.ts': _, ...withoutConfig } = everywhere.files;
  expect(await serverOf(everywhere)).toBe('u:@flag:5432/d');
  expect(await serverOf({ ...everywhere, flags: {} })).toBe('u:@environment:5432/d');
  expect(await serverOf({ files: everywhere.files })).toBe('u:@config:5432/d');
  expect(await serverOf({ files: withoutConfig })).toBe('u:@local:5432/d');
  expect(await serverOf({ files: { '.env': 'DATABASE_URL=postgres://u@env/d' } })).toBe('u:@env:5432/d');
});

const full = {
  POSTGRES_HOST: 'ph',
  POSTGRES_PORT: '1',
  POSTGRES_DATABASE: 'pd',
  POSTGRES_USER: 'pu',
  POSTGRES_PASSWORD: 'pp',
};
const libpq = { PGHOST: 'lh', PGPORT: '2', PGDATABASE: 'ld', PGUSER: 'lu', PGPASSWORD: 'lp' };

const scenes: readonly (readonly [string, Scene, string])[] = [
  ['DATABASE_URL goes before POSTGRES_*', { env: { DATABASE_URL: 'postgres://u:p@h/d', ...full } }, 'u:p@h:5432/d'],
  ['POSTGRES_* go before PG*', { env: { ...full, ...libpq } }, 'pu:pp@ph:1/pd'],
  ['PG* alone', { env: libpq }, 'lu:lp@lh:2/ld'],
  ['POSTGRES_DB is the database', { env: { POSTGRES_HOST: 'h', POSTGRES_USER: 'u', POSTGRES_DB: 'd' } }, 'u:@h:5432/d'],
  [
    'POSTGRES_DATABASE goes before POSTGRES_DB',
    { env: { POSTGRES_HOST: 'h', POSTGRES_USER: 'u', POSTGRES_DB: 'x', POSTGRES_DATABASE: 'd' } },
    'u:@h:5432/d',
  ],
  [
    'what a container image needs says nothing of the host',
    { files: { '.env': 'POSTGRES_USER=u\nPOSTGRES_PASSWORD=p\nPOSTGRES_DB=d\nPGHOST=localhost' } },
    'u:p@localhost:5432/d',
  ],
  [
    'a URL is completed by POSTGRES_*',
    {
      env: {
        DATABASE_URL: 'postgres://h/',
        POSTGRES_USER: 'u',
        POSTGRES_PASSWORD: 'p',
        POSTGRES_DB: 'd',
        POSTGRES_PORT: '7',
      },
    },
    'u:p@h:7/d',
  ],
  [
    'a URL is completed by POSTGRES_* of the same host',
    { env: { DATABASE_URL: 'postgres://pu@ph/d', ...full } },
    'pu:pp@ph:1/d',
  ],
  [
    'a URL is not completed by POSTGRES_* of another host',
    { env: { DATABASE_URL: 'postgres://pu@h/d', ...full } },
    'pu:@h:5432/d',
  ],
  [
    'a URL is completed by PG*, as in libpq',
    { flags: { url: 'postgres://h' }, env: { PGUSER: 'u', PGPASSWORD: 'p', PGPORT: '3', PGDATABASE: 'd' } },
    'u:p@h:3/d',
  ],
  [
    'the port of another host does not go with a URL',
    { flags: { url: 'postgres://h/d' }, env: libpq },
    'lu:lp@h:5432/d',
  ],
  [
    'PG* do not change what a URL says',
    {
      env: { PGUSER: 'x', PGPASSWORD: 'x', PGPORT: '9', PGDATABASE: 'x' },
      files: { '.env': 'DATABASE_URL=postgres://u:p@h:1/d' },
    },
    'u:p@h:1/d',
  ],
  [
    'PG* of a higher rank that name a server go before a URL',
    { env: libpq, files: { '.env': 'DATABASE_URL=postgres://u:p@h:1/d' } },
    'lu:lp@lh:2/ld',
  ],
  [
    'POSTGRES_* of a higher rank change parts of a URL',
    { env: { POSTGRES_DATABASE: 'other' }, files: { '.env': 'DATABASE_URL=postgres://u:p@h:1/d' } },
    'u:p@h:1/other',
  ],
  [
    'a password is not used for another user',
    { env: { POSTGRES_USER: 'other' }, files: { '.env': 'DATABASE_URL=postgres://u:p@h:1/d' } },
    'other:@h:1/d',
  ],
  [
    'a secret in the environment completes a URL that is committed',
    { env: { POSTGRES_PASSWORD: 'p' }, files: { 'plumb.config.ts': config('postgres://u@h/d') } },
    'u:p@h:5432/d',
  ],
  [
    'a URL is not used at all when a higher rank names another host',
    {
      env: { POSTGRES_HOST: 'other', POSTGRES_USER: 'u', POSTGRES_DB: 'd' },
      files: { '.env': 'DATABASE_URL=postgres://u:p@h:1/x' },
    },
    'u:@other:5432/d',
  ],
  [
    'single variables of a higher rank change those of .env',
    {
      env: { POSTGRES_HOST: 'other' },
      files: {
        '.env.local': 'POSTGRES_PORT=9',
        '.env': 'POSTGRES_HOST=h\nPOSTGRES_USER=u\nPOSTGRES_PASSWORD=p\nPOSTGRES_DB=d',
      },
    },
    'u:p@other:9/d',
  ],
  [
    'an empty variable counts as not set',
    { env: { DATABASE_URL: '', PGHOST: 'h', PGUSER: 'u', PGDATABASE: '' } },
    'u:@h:5432/u',
  ],
  [
    'key=value pairs do as well as a URL',
    { flags: { url: "host=h user=u password='p w' dbname=d" } },
    'u:p w@h:5432/d',
  ],
];

test.each(scenes)('%s', async (_fact, scene, expected) => {
  expect(await serverOf(scene)).toBe(expected);
});

const services = '[staging]\nhost=sh\nuser=su\npassword=sp\ndbname=sd\n';

test.each([
  [
    'PGSERVICE goes before the other PG*',
    { env: { PGSERVICE: 'staging', PGUSER: 'lu', PGPORT: '2' } },
    'su:sp@sh:2/sd',
  ],
  ['a URL may name a service', { flags: { url: 'postgres://u@/?service=staging' } }, 'u:@sh:5432/sd'],
  [
    'PGSERVICE is not used with the host of a URL',
    { flags: { url: 'postgres://u@h/d' }, env: { PGSERVICE: 'staging' } },
    'u:@h:5432/d',
  ],
])('%s', async (_fact, scene: Scene, expected) => {
  const PGSERVICEFILE = join(temporaryFolder(), 'services');
  writeFileSync(PGSERVICEFILE, services);
  expect(await serverOf({ ...scene, env: { ...scene.env, PGSERVICEFILE } })).toBe(expected);
});

test.each([
  ['true', 'verify-full'],
  ['1', 'verify-full'],
  ['no-verify', 'no-verify'],
  ['require', 'require'],
  ['false', 'disable'],
])('POSTGRES_SSL=%s means sslmode=%s', async (POSTGRES_SSL, mode) => {
  const { target } = await resolveIn({ env: { POSTGRES_HOST: 'h', POSTGRES_SSL } });
  expect(target).toMatchObject({ connection: { tls: { mode } } });
});

test('every setting says where it came from, and no password is shown', async () => {
  const settings = await resolveIn({
    flags: { schema: 'sql' },
    env: { PGSSLMODE: 'require', PLUMB_HOME: '/var/plumb' },
    files: {
      'plumb.config.ts': 'export default { postgres: { major: 17 } };',
      '.env.local': 'POSTGRES_PASSWORD=s3cret',
      '.env': 'DATABASE_URL=postgres://anna@db/app',
    },
  });
  expect(sourceOf(settings, 'host')).toBe('db (env-file: DATABASE_URL in .env)');
  expect(sourceOf(settings, 'port')).toBe("5432 (default: PostgreSQL's default)");
  expect(sourceOf(settings, 'password')).toBe('******** (env-file: POSTGRES_PASSWORD in .env.local)');
  expect(sourceOf(settings, 'sslmode')).toBe('require (environment: PGSSLMODE in the environment)');
  expect(sourceOf(settings, 'postgres.major')).toBe('17 (config: postgres.major in plumb.config.ts)');
  expect(sourceOf(settings, 'schema')).toBe(`${join(settings.folder, 'sql')} (flag: --schema)`);
  expect(sourceOf(settings, 'shadow.idle')).toBe('300 (default: seconds without a user, then it stops)');
  expect(sourceOf(settings, 'home')).toBe('/var/plumb (environment: PLUMB_HOME in the environment)');
  expect(inspect(settings, { depth: null }) + JSON.stringify(settings)).not.toContain('s3cret');
});

test.runIf(process.platform !== 'win32')('a password from a password file says which', async () => {
  const settings = await resolveIn({ files: { 'home/.pgpass': '*:*:*:*:s3cret' }, env: { PGHOST: 'db' } });
  expect(sourceOf(settings, 'password')).toBe(`******** (pgpass: ${join(settings.folder, 'home/.pgpass')})`);
});

test('a password file that others may read is told as a warning', async () => {
  const settings = await resolveIn({ env: { PGHOST: 'db', PGPASSFILE: '.' } });
  expect(settings.warnings).toEqual([expect.stringContaining('is not used')]);
});

test('places that name another server are listed', async () => {
  const { unused } = await resolveIn({
    env: { DATABASE_URL: 'postgres://h/d', ...full },
    files: { '.env': 'DATABASE_URL=postgres://dev/d' },
  });
  const why = 'DATABASE_URL in the environment goes first';
  expect(unused).toEqual([
    { title: 'POSTGRES_* in the environment', why },
    { title: 'DATABASE_URL in .env', why },
  ]);
});

test('a relative certificate in .env is meant from the project, wherever plumb is called', async () => {
  const settings = await resolveIn({
    cwd: 'packages',
    files: { 'packages/a.txt': '', '.env': 'DATABASE_URL=postgres://u@h/d?sslrootcert=certificates/ca.crt' },
  });
  expect(settings.target).toMatchObject({
    connection: { tls: { mode: 'verify-full', rootCertificate: join(settings.folder, 'certificates/ca.crt') } },
  });
});

test.each([
  [{ env: { DATABASE_URL: 'mysql://h/d' } }, 'DATABASE_URL in the environment begins with mysql://'],
  [{ files: { '.env': 'DATABASE_URL=postgres://h:x/d' } }, 'DATABASE_URL in .env has a port that is not a number'],
  [{ env: { PGHOST: 'h', PGPORT: 'x' } }, 'PGPORT in the environment is not a port from 1 to 65535.'],
  [{ env: { POSTGRES_HOST: 'h', POSTGRES_SSL: 'maybe' } }, 'POSTGRES_SSL in the environment is not one of disable,'],
  [{ flags: { url: 'postgres://h?sslmode=sure' } }, 'sslmode in --url is not one of disable,'],
  [
    { files: { '.env': 'DATABASE_URL=postgres://$' + '{PGUSER}@h/d' } },
    'DATABASE_URL in .env refers to another variable',
  ],
  [{ files: { 'plumb.config.ts': config('nonsense') } }, 'database.url in plumb.config.ts is not a connection URL.'],
])('a mistake is told with its place: %j', async (scene: Scene, message) => {
  await expect(resolveIn(scene)).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    message: expect.stringContaining(message),
  });
});

test('a configuration that is a function sees what .env files add', async () => {
  const scene = {
    env: { HOST: 'from-environment' },
    files: {
      'plumb.config.ts':
        "export default ({ env }) => ({ database: { url: 'postgres://u@' + env.HOST + '/' + env.NAME } });",
      '.env.local': 'NAME=local\nHOST=local',
      '.env': 'NAME=env',
    },
  };
  expect(await serverOf(scene)).toBe('u:@from-environment:5432/local');
});

test('a url that came out empty is not told when the variable is found all the same', async () => {
  const files = {
    'plumb.config.ts': 'export default { database: { url: process.env.NO_SUCH_VARIABLE } };',
    '.env': 'DATABASE_URL=postgres://u@h/d',
  };
  expect((await resolveIn({ files })).warnings).toEqual([]);
});

test('a url that came out empty is told', async () => {
  const { target, warnings } = await resolveIn({
    files: { 'plumb.config.ts': 'export default { database: { url: process.env.NO_SUCH_VARIABLE } };' },
  });
  expect(target.kind).toBe('data-cluster');
  expect(warnings).toEqual([expect.stringContaining('database.url in plumb.config.ts is empty')]);
});

test('the environment of the process stays as it is', async () => {
  const before = { ...process.env };
  await resolveIn({ files: { '.env': 'PLUMB_NEW_VARIABLE=1\nDATABASE_URL=postgres://h/d' } });
  expect(process.env).toEqual(before);
});

test('the project is the folder of the configuration, else of the nearest package.json', async () => {
  const withConfig = await resolveIn({
    cwd: 'a/b',
    files: { 'a/b/x': '', 'a/package.json': '{}', 'plumb.config.ts': 'export default {};' },
  });
  expect(withConfig.root).toBe(withConfig.folder);
  const without = await resolveIn({ cwd: 'a/b', files: { 'a/b/x': '', 'a/package.json': '{}' } });
  expect(without.root).toBe(join(without.folder, 'a'));
});

test('a connection is described without its password', async () => {
  const { target } = await resolveIn({ env: { DATABASE_URL: 'postgres://u:s3cret@h/d?sslmode=verify-full' } });
  if (target.kind !== 'url') throw new Error('no server');
  expect(describeConnection(target.connection)).toBe('u@h:5432/d (TLS verified)');
});
