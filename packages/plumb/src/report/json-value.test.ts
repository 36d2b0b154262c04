import { expect, test } from 'vitest';
import { jsonValue } from './json-value.ts';

const oid = {
  bool: 16,
  int8: 20,
  int4: 23,
  text: 25,
  json: 114,
  float8: 701,
  timestamptz: 1184,
  numeric: 1700,
  jsonb: 3802,
};

test('booleans, small integers, floats and JSON become JSON values', () => {
  expect(jsonValue('t', oid.bool)).toBe(true);
  expect(jsonValue('-7', oid.int4)).toBe(-7);
  expect(jsonValue('1e-05', oid.float8)).toBe(0.00001);
  expect(jsonValue('{"a": [1, null]}', oid.jsonb)).toEqual({ a: [1, null] });
  expect(jsonValue(null, oid.bool)).toBeNull();
});

test('what JavaScript would change stays as PostgreSQL prints it', () => {
  expect(jsonValue('9007199254740993', oid.int8)).toBe('9007199254740993');
  expect(jsonValue('1.10', oid.numeric)).toBe('1.10');
  expect(jsonValue('2024-05-01 10:00:00.123456+00', oid.timestamptz)).toBe('2024-05-01 10:00:00.123456+00');
  expect(jsonValue('NaN', oid.float8)).toBe('NaN');
  expect(jsonValue('{"id": 12345678901234567890}', oid.jsonb)).toBe('{"id": 12345678901234567890}');
});

test('long digits inside a JSON text or short numbers do not keep a document from being JSON', () => {
  expect(jsonValue('{"card": "4111111111111111\\" 12345678901234567890", "x": 0.1}', oid.json)).toEqual({
    card: '4111111111111111" 12345678901234567890',
    x: 0.1,
  });
  expect(jsonValue('[0.1234567890123456]', oid.json)).toEqual([0.1234567890123456]);
});
