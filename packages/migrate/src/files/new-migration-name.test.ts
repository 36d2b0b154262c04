import { expect, test } from 'vitest';
import { newMigrationName } from './new-migration-name.ts';
import { byVersion } from './version-order.ts';

const now = new Date('2025-01-31T12:00:05.900Z');

test('a new migration is called after the moment, in UTC, and what it does', () => {
  expect(newMigrationName('Add priority to jobs!', now, [])).toBe('20250131120005_add_priority_to_jobs');
  expect(newMigrationName('addPriority', now, ['20250131120004_a', '0007_b'])).toBe('20250131120005_add_priority');
});

test('letters of every language stay, and Latin ones lose their accents', () => {
  const slug = (description: string): string => newMigrationName(description, now, []).slice(15);
  expect(slug('Größe für Çelik')).toBe('grosse_fur_celik');
  expect(slug('Добавить поле')).toBe('добавить_поле');
  expect(slug('ユーザーを追加する')).toBe('ユーザーを追加する');
  expect(slug('사용자 추가')).toBe('사용자_추가');
  expect(slug('हिन्दी')).toBe('हिन्दी');
  expect(slug('../../etc/passwd')).toBe('etc_passwd');
  expect(slug(`${'word '.repeat(40)}`)).toHaveLength(59);
});

test('a description without letters and digits is none', () => {
  for (const description of ['', '  ', '--', '👩']) {
    expect(() => newMigrationName(description, now, [])).toThrow(expect.objectContaining({ code: 'USAGE' }));
  }
});

test('a new migration sorts behind all others, also those that lie in the future', () => {
  expect(newMigrationName('z', now, ['20250131120005_z'])).toBe('20250131120006_z');
  expect(newMigrationName('a', now, ['20991231235959_z'])).toBe('21000101000000_a');
  for (const newest of [
    '20250131120005_z',
    '20990101_z',
    '209901010000_z',
    '20990101000000999_z',
    '0099_z',
    '1700000000000_z',
  ]) {
    expect(byVersion(newest, newMigrationName('a', now, [newest, '0001_a']))).toBeLessThan(0);
  }
});

test('where nothing could sort behind the newest, that is said', () => {
  for (const newest of ['later', '99999999999999_z']) {
    expect(() => newMigrationName('a', now, ['20250101000000_a', newest])).toThrow(
      expect.objectContaining({ code: 'USAGE', message: expect.stringContaining(`${newest}.sql`) }),
    );
  }
});
