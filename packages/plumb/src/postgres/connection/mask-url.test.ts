import { expect, test } from 'vitest';
import { maskUrl } from './mask-url.ts';

test.each([
  ['postgres://anna:secret@db:5432/app', 'postgres://anna:********@db:5432/app'],
  ['postgresql://anna:secret@db/app?sslmode=require', 'postgresql://anna:********@db/app?sslmode=require'],
  ['postgres://anna:se@cr:et@db/app', 'postgres://anna:********@db/app'],
  ['postgres://anna:se/cr/et@db/app', 'postgres://anna:********@db/app'],
  ['postgres://:secret@db/app', 'postgres://:********@db/app'],
  ['POSTGRES://anna:secret@db', 'POSTGRES://anna:********@db'],
  ['mysql://anna:secret@db/app', 'mysql://anna:********@db/app'],
  [
    'postgres://db/app?user=anna&password=secret&sslpassword=secret',
    'postgres://db/app?user=anna&password=********&sslpassword=********',
  ],
  [
    'from "postgres://anna:secret@db" to "postgres://ben:secret@db"',
    'from "postgres://anna:********@db" to "postgres://ben:********@db"',
  ],
  ['host=db password=secret user=anna', 'host=db password=******** user=anna'],
  ["host=db password = 'se cr\\'et' user=anna", 'host=db password = ******** user=anna'],
  ["host=db password='secret", 'host=db password=********'],
  ['PGPASSWORD=secret psql', 'PGPASSWORD=******** psql'],
  ['POSTGRES_PASSWORD="sec ret"', 'POSTGRES_PASSWORD=********'],
  ['{"user":"anna","password":"sec\\"ret"}', '{"user":"anna","password":"********"}'],
  [
    "create role anna login password 'sec''ret' valid until 'infinity'",
    "create role anna login password '********' valid until 'infinity'",
  ],
  ["alter role anna encrypted password E'sec\\'ret'", "alter role anna encrypted password '********'"],
])('%s is shown without its password', (text, expected) => {
  expect(maskUrl(text)).toBe(expected);
});

test.each([
  'postgres://anna@db:5432/app',
  'http://localhost:8080/@scope/package',
  'postgres://db/app?application_name=a',
  'password authentication failed for user "anna"',
  'alter role anna password null',
])('%s holds no password and stays as it is', (text) => {
  expect(maskUrl(text)).toBe(text);
});
