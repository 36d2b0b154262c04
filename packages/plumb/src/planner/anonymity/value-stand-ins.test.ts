import { expect, test } from 'vitest';
import { mapArray, parseArray, printArray } from './array-text.ts';
import { type Room, rangeStandIn, valueStandIns } from './value-stand-ins.ts';

const key = Buffer.alloc(32, 7);
const standIns = valueStandIns(key);

function standInOf(name: string, room: Room = 'usual', digits: number | null = null): (text: string) => string | null {
  const standIn = standIns({ shape: 'value', name, digits }, room);
  if (standIn === null) throw new Error(`there is no stand-in for ${name}`);
  return standIn;
}

const ordered: Record<string, readonly string[]> = {
  text: ['', ' ', '10', '9', 'Zoe', 'anna', 'anna@example.com', 'annb', 'bert', 'zürich', 'Ürün', 'ß', '日本', '🐘'],
  bytea: ['\\x', '\\x00', '\\x0001', '\\x01', '\\xff'],
  uuid: [
    '00000000-0000-0000-0000-000000000000',
    '00112233-4455-6677-8899-aabbccddeeff',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ],
  int4: ['-2000', '-1', '0', '1', '2', '2000000'],
  numeric: ['-10.50', '-1.25', '0.00', '0.01', '19.99', '1000000000000000000000.5'],
  float8: ['-1e+20', '-0.5', '1e-07', '0.1', '0.15', '0.2', '1e+30'],
  date: ['0044-03-15 BC', '0001-01-01', '1999-12-31', '2000-02-29', '2000-03-01', '2024-02-29', '9999-12-31'],
  timestamptz: [
    '1970-01-01 00:00:00+00',
    '2024-05-05 10:11:12+00',
    '2024-05-05 10:11:12.000001+00',
    '2025-01-01 00:00:00+00',
  ],
  interval: ['-1 days', '-00:00:01', '00:00:00', '00:00:00.5', '1 day 02:00:00', '1 mon', '1 year 2 mons'],
  inet: [
    '10.0.0.0/8',
    '10.0.0.1',
    '10.0.1.0/24',
    '10.0.1.7',
    '192.168.1.1',
    '::ffff:10.0.0.1',
    '2001:db8::/32',
    '2001:db8::1',
    '2001:db9:1:2:3:4:5:6',
  ],
  time: ['00:00:00', '08:30:00', '08:30:00.25', '23:59:59.999999'],
};

function amount(name: string, text: string): number | string {
  if (name === 'interval') return Number(text.split(' ')[0]);
  if (['int4', 'numeric', 'float8'].includes(name)) return Number(text);
  if (name !== 'date') return text;
  const [year = '', month = '', day = ''] = text.replace(' BC', '').split('-');
  return (text.endsWith('BC') ? 1 - Number(year) : Number(year)) * 400 + Number(month) * 32 + Number(day);
}

test.each(Object.entries(ordered))('stand-ins of %s are others, in the same order', (name, values) => {
  const inOrder = name === 'text' ? values.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))) : values;
  const replaced = inOrder.map((value) => standInOf(name)(value) ?? '');
  const amounts = replaced.map((value) => amount(name, value));
  expect(amounts).toEqual(amounts.toSorted((a, b) => (a < b ? -1 : 1)));
  expect(new Set(replaced).size).toBe(values.length);
  const same = ['', '\\x', '0 microseconds', '00:00:00'];
  expect(replaced.filter((value) => values.includes(value) && !same.includes(value))).toEqual([]);
});

test('a text keeps its length, and what it begins with in common with others', () => {
  const [whole = '', beginning = ''] = ['anna@example.com', 'anna@'].map((text) => standInOf('text')(text) ?? '');
  expect([...whole]).toHaveLength(16);
  expect(whole.startsWith(beginning)).toBe(true);
});

test('what stands for a character depends on those before it', () => {
  expect(new Set(standInOf('text')('aaaaaaaa') ?? '').size).toBeGreaterThan(4);
});

test('numbers are equal in all types where they were equal, and so are times', () => {
  expect(standInOf('int4')('42')).toBe(standInOf('int8')('42'));
  expect(Number(standInOf('numeric')('42.00'))).toBe(Number(standInOf('int4')('42')));
  expect(standInOf('timestamp')('2024-05-05 00:00:00')).toBe(`${standInOf('date')('2024-05-05')} 00:00:00`);
});

test('a number that has no room is not written, and has one in the narrow scale', () => {
  expect(standInOf('int4')('2147483647')).toBeNull();
  expect(Number(standInOf('int4', 'narrow')('2147483647'))).toBeLessThan(2147483647);
  expect(standInOf('numeric', 'usual', 1)('4.50')).toBeNull();
  expect(Number(standInOf('numeric', 'narrow', 1)('4.50'))).toBeLessThan(4.5);
});

test('enums and truth values stay, and what is unknown has no stand-in', () => {
  expect(standInOf('enum')('open')).toBe('open');
  expect(standInOf('bool')('t')).toBe('t');
  expect(standIns({ shape: 'value', name: null, digits: null }, 'usual')).toBeNull();
});

test('of JSON the keys stay', () => {
  const replaced: unknown = JSON.parse(standInOf('jsonb')('{"plan": "pro", "seats": [3, null, true]}') ?? '');
  expect(replaced).toEqual({ plan: standInOf('text')('pro'), seats: [expect.any(Number), null, true] });
  expect(replaced).not.toMatchObject({ seats: [3, null, true] });
});

test('ranges and arrays are replaced by their elements', () => {
  const day = standInOf('date');
  expect(rangeStandIn('[2024-01-01,2024-02-01)', day)).toBe(`["${day('2024-01-01')}","${day('2024-02-01')}")`);
  expect(rangeStandIn('(,2024-02-01]', day)).toBe(`(,"${day('2024-02-01')}"]`);
  expect(rangeStandIn('empty', day)).toBe('empty');
  expect(mapArray('{a,"b\\"{,c",NULL,{d,e}}', (text) => text.toUpperCase())).toBe('{"A","B\\"{,C",NULL,{"D","E"}}');
});

test.each(['', '{', '[0:1]={1,2}', '{a}}', 'a'])('%j is no array that can be replaced', (text) => {
  expect(parseArray(text)).toBeNull();
});

test('an array that is printed reads as it was', () => {
  const items = ['NULL', null, '', 'a b', '\\', ['{', '"']];
  expect(parseArray(printArray(items))).toEqual(items);
});
