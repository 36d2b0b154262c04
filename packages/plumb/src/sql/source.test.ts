import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSqlFile, sqlSource } from './source.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumb-source-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

test('a mark at the start of a file is no SQL, and UTF-16 of Windows shells is read', async () => {
  expect((await readSqlFile('a.sql', file('a.sql', "\ufeffselect 'é'"))).text).toBe("select 'é'");
  expect((await readSqlFile('b.sql', file('b.sql', Buffer.from("\ufeffselect 'é'", 'utf16le')))).text).toBe(
    "select 'é'",
  );
});

test('what is no text is refused before it reaches the server', async () => {
  await expect(readSqlFile('c.sql', file('c.sql', Buffer.from([0x73, 0xe9])))).rejects.toMatchObject({
    code: 'SQL_FAILED',
    message: 'c.sql is not text in UTF-8.',
  });
  await expect(readSqlFile('d.dump', file('d.dump', 'PGDMP\0'))).rejects.toMatchObject({
    code: 'SQL_FAILED',
    hint: expect.stringContaining('pg_restore'),
  });
  expect(() => sqlSource('<argument>', 'select 1')).not.toThrow();
});

test('a file that is not there, and a folder, are told by name', async () => {
  await expect(readSqlFile('gone.sql', join(folder, 'gone.sql'))).rejects.toMatchObject({
    code: 'FILE_NOT_FOUND',
    message: 'There is no file gone.sql.',
  });
  await expect(readSqlFile('db', folder)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND', message: 'db is a folder.' });
});
