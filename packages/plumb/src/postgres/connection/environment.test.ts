import { expect, test } from 'vitest';
import { libpqVariables, parametersOf } from './environment.ts';

test('PG* variables stand for the parameters that libpq gives them', () => {
  const env = {
    PGHOST: 'db',
    PGDATABASE: 'app',
    PGSSLMODE: 'require',
    PGAPPNAME: 'x',
    PGCONNECT_TIMEOUT: '3',
    HOME: '/home/anna',
  };
  expect(parametersOf(libpqVariables(env))).toEqual({
    host: 'db',
    dbname: 'app',
    sslmode: 'require',
    application_name: 'x',
    connect_timeout: '3',
  });
});

test('an empty PG* variable counts as not set', () => {
  expect(libpqVariables({ PGHOST: '', PGPORT: '1' })).toEqual([{ parameter: 'port', variable: 'PGPORT', value: '1' }]);
});

test('a variable that asks for a safety which plumb lacks is refused', () => {
  expect(() => libpqVariables({ PGSSLCRL: '/crl.pem' })).toThrowError('The environment asks for PGSSLCRL');
});
