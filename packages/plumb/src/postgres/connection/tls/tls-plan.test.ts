import { expect, test } from 'vitest';
import { connectionSettings } from '../connection-settings.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Parameters } from '../parameters.ts';
import { protectionsFor } from './tls-plan.ts';

const settings = (parameters: Parameters) =>
  connectionSettings({ host: 'db', ...parameters }, { env: { HOME: '/nowhere' } });

const {
  servers: [server],
} = settings({});
const here: Endpoint = { kind: 'tcp', server, address: '127.0.0.1' };
const container: Endpoint = { kind: 'tcp', server, address: '172.18.0.2' };
const internet: Endpoint = { kind: 'tcp', server, address: '52.28.14.3' };
const socket: Endpoint = { kind: 'socket', server, path: '/tmp/.s.PGSQL.5432' };

test.each([
  ['on this machine', here, {}, ['encrypted', 'none']],
  ['in a container', container, {}, ['encrypted', 'none']],
  ['over the internet', internet, {}, ['full']],
  ['over the internet with prefer asked for by name', internet, { sslmode: 'prefer' }, ['encrypted', 'none']],
  ['over the internet with allow', internet, { sslmode: 'allow' }, ['none', 'encrypted']],
  ['over the internet with disable', internet, { sslmode: 'disable' }, ['none']],
  ['with require', here, { sslmode: 'require' }, ['encrypted']],
  ['with require and an authority', here, { sslmode: 'require', sslrootcert: '/ca.crt' }, ['authority']],
  ['with no-verify and an authority', here, { sslmode: 'no-verify', sslrootcert: '/ca.crt' }, ['encrypted']],
  ['with an authority alone', here, { sslrootcert: '/ca.crt' }, ['full']],
  ['with verify-ca', here, { sslmode: 'verify-ca' }, ['authority']],
  ['with verify-full', here, { sslmode: 'verify-full' }, ['full']],
  ['by socket, whatever is asked for', socket, { sslmode: 'verify-full' }, ['none']],
])('a server %s is reached as it should be', (_where, endpoint, parameters, expected) => {
  expect(protectionsFor(settings(parameters).tls, endpoint)).toEqual(expected);
});
