import { expect, test } from 'vitest';
import { Problem } from '../../contract/problem.ts';
import type { Parameters } from './parameters.ts';
import { parseConnectionString } from './parse-connection-string.ts';

const parse = (text: string) => parseConnectionString(text, 'DATABASE_URL');

function problemOf(text: string): Problem {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`${text} was read without a complaint`);
}

// the first part is libpq's own list of cases (src/interfaces/libpq/t/001_uri.pl)
const urls: readonly (readonly [string, Parameters])[] = [
  [
    'postgresql://uri-user:secret@host:12345/db',
    { user: 'uri-user', password: 'secret', host: 'host', port: '12345', dbname: 'db' },
  ],
  ['postgresql://uri-user@host/db', { user: 'uri-user', host: 'host', dbname: 'db' }],
  ['postgresql://uri-user@', { user: 'uri-user' }],
  ['postgresql://host:12345', { host: 'host', port: '12345' }],
  ['postgresql://host/', { host: 'host' }],
  ['postgresql://', {}],
  ['postgresql://?hostaddr=127.0.0.1', { hostaddr: '127.0.0.1' }],
  ['postgresql://example.com?hostaddr=63.1.2.4', { host: 'example.com', hostaddr: '63.1.2.4' }],
  ['postgresql://%68ost/', { host: 'host' }],
  ['postgresql://host/db?user=uri-user&port=12345', { host: 'host', dbname: 'db', user: 'uri-user', port: '12345' }],
  ['postgresql://host/db?u%73er=other&port=12345', { host: 'host', dbname: 'db', user: 'other', port: '12345' }],
  ['postgresql://host?', { host: 'host' }],
  ['postgresql://[::1]:12345/db', { host: '::1', port: '12345', dbname: 'db' }],
  ['postgresql://[2001:db8::1234]/', { host: '2001:db8::1234' }],
  ['postgresql://[fe80::1%25eth0]', { host: 'fe80::1%eth0' }],
  ['postgres:///db', { dbname: 'db' }],
  ['postgres://uri-user@/db', { user: 'uri-user', dbname: 'db' }],
  ['postgres://?host=/path/to/socket/dir', { host: '/path/to/socket/dir' }],
  ['postgres://@host', { host: 'host' }],
  ['postgres://host:/', { host: 'host' }],
  ['postgres://:12345/', { port: '12345' }],
  [
    'postgres://other@:12345/db?host=/path/to/socket',
    { user: 'other', port: '12345', dbname: 'db', host: '/path/to/socket' },
  ],
  ['postgres://%2Fvar%2Flib%2Fpostgresql/dbname', { host: '/var/lib/postgresql', dbname: 'dbname' }],
  // several servers
  ['postgres://one:1,two:2/db', { host: 'one,two', port: '1,2', dbname: 'db' }],
  ['postgres://one,two:2/db', { host: 'one,two', port: ',2', dbname: 'db' }],
  ['postgres://[::1]:1,[::2]/db', { host: '::1,::2', port: '1,', dbname: 'db' }],
  // passwords with odd characters
  ['postgres://u:p%40ss%3Aw%2Fo%3Fr%23d%25@h/d', { user: 'u', password: 'p@ss:w/o?r#d%', host: 'h', dbname: 'd' }],
  ['postgres://u:p@ss@h/d', { user: 'u', password: 'p@ss', host: 'h', dbname: 'd' }],
  ['postgres://u:a:b#c?d@h/d', { user: 'u', password: 'a:b#c?d', host: 'h', dbname: 'd' }],
  ['postgres://u:a+b@h/d', { user: 'u', password: 'a+b', host: 'h', dbname: 'd' }],
  ['postgres://u:p%C3%A4ss@h', { user: 'u', password: 'päss', host: 'h' }],
  ['postgres://h/d?user=a@b&password=p@w', { host: 'h', dbname: 'd', user: 'a@b', password: 'p@w' }],
  // the safety that other tools' words stand for
  ['postgres://h?ssl=true', { host: 'h', sslmode: 'verify-full' }],
  ['postgres://h?ssl=no-verify', { host: 'h', sslmode: 'no-verify' }],
  ['postgres://h?ssl=0', { host: 'h', sslmode: 'disable' }],
  ['postgres://h?requiressl=1', { host: 'h', sslmode: 'require' }],
  [
    'postgres://h?sslmode=require&channel_binding=require',
    { host: 'h', sslmode: 'require', channel_binding: 'require' },
  ],
  // parameters of other tools
  ['postgres://h/d?schema=public&connection_limit=5&pgbouncer=true&uselibpqcompat=true', { host: 'h', dbname: 'd' }],
  ['postgres://h/d?options=-c%20search_path%3Dapp', { host: 'h', dbname: 'd', options: '-c search_path=app' }],
  ['postgres://h/d?options=-csearch_path=app', { host: 'h', dbname: 'd', options: '-csearch_path=app' }],
  ['  postgres://h/d\n', { host: 'h', dbname: 'd' }],
  ['POSTGRES://h/d', { host: 'h', dbname: 'd' }],
];

test.each(urls)('the URL %s is read as libpq reads it', (url, expected) => {
  expect(parse(url)).toEqual(expected);
});

const dsns: readonly (readonly [string, Parameters])[] = [
  [
    'host=localhost port=5432 dbname=mydb connect_timeout=10',
    { host: 'localhost', port: '5432', dbname: 'mydb', connect_timeout: '10' },
  ],
  ["host = localhost user='a b'", { host: 'localhost', user: 'a b' }],
  ["password='it\\'s \\\\ here' user=me", { password: "it's \\ here", user: 'me' }],
  ["password=a\\ b\\'c user=me", { password: "a b'c", user: 'me' }],
  ["password='' user=me", { user: 'me' }],
  ['password= user=me', { password: 'user=me' }],
  ['dbname=postgres://x', { dbname: 'postgres://x' }],
];

test.each(dsns)('the key=value pairs %s are read as libpq reads them', (text, expected) => {
  expect(parse(text)).toEqual(expected);
});

test.each([
  ['postgres://[::1', 'DATABASE_URL has a host that can not be read'],
  ['postgres://[]', 'DATABASE_URL has a host that can not be read'],
  ['postgres://[::1]z', 'DATABASE_URL has a host that can not be read'],
  ['postgres://host?sslmode', 'DATABASE_URL has a parameter without a value after "?"'],
  ['postgres://host?dbname=%XXfoo', 'DATABASE_URL has a % that does not begin a percent-encoded character'],
  ['postgres://u:12/34@host/db', 'DATABASE_URL has an @ behind its first slash'],
  ['postgres://a%00b', 'DATABASE_URL has %00'],
  ['postgres://%1', 'DATABASE_URL has a %'],
  ['postgres://h?sslmod=require', 'DATABASE_URL has the parameter sslmod,'],
  ['postgres://h?tls=true', 'DATABASE_URL has the parameter tls,'],
  ['postgres://h?requirepeer=postgres', 'DATABASE_URL asks for requirepeer'],
  ['mysql://h/d', 'DATABASE_URL begins with mysql://, and plumb speaks to PostgreSQL only'],
  ['"postgres://h/d"', 'DATABASE_URL begins with a quotation mark'],
  ['localhost:5432/app', 'DATABASE_URL is not a connection URL'],
  ['host=localhost nonsense', 'DATABASE_URL can not be read as key=value pairs'],
  ["host='localhost", 'DATABASE_URL can not be read as key=value pairs'],
])('%s is refused by what is wrong with it', (text, message) => {
  const problem = problemOf(text);
  expect(problem.code).toBe('CONFIG_INVALID');
  expect(problem.message).toContain(message);
});

test.each([
  'postgres://u:pa/ss@host/db',
  'postgres://u:s3cret%zz@host/db',
  'postgres://u:5432s3cret/x@host/db',
  "host=h password='s3cret",
])('what is wrong with %s is told without a piece of its password', (text) => {
  const { message, hint } = problemOf(text);
  expect(`${message} ${hint}`).not.toMatch(/pa\/ss|s3cret/);
});

test('a misspelt parameter is answered with the right one', () => {
  expect(problemOf('postgres://h?sslrootcer=x').hint).toBe('Did you mean sslrootcert?');
});
