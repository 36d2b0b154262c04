import { sectionsOf } from '@pgplumb/migrate/files';
import { locationAt, statementsOf } from '@pgplumb/migrate/sql';
import { expect, test } from 'vitest';
import { withFix } from './edit-file.ts';

const concurrently = '-- plumb:up no-transaction\nCREATE INDEX CONCURRENTLY i ON t (a);';

function fixed(text: string, word = 'CREATE INDEX', sql = concurrently): string | null {
  const source = { name: 'm.sql', text };
  const statement = sectionsOf(source)
    .up.flatMap(statementsOf)
    .find((each) => each.text.startsWith(word));
  if (statement === undefined) throw new Error(`${locationAt(source, 0, 1).file} has no ${word}`);
  return withFix(source, statement, sql);
}

test('a statement that stands alone is replaced, and its comments stay', () => {
  expect(fixed('-- why\nCREATE INDEX i ON t (a); -- behind\n-- the end\n')).toBe(
    '-- plumb:up no-transaction\n-- why\nCREATE INDEX CONCURRENTLY i ON t (a); -- behind\n\n-- the end\n',
  );
});

test('what a file says of itself at its head stays apart', () => {
  expect(fixed('-- What this is for\n\n-- the index\nCREATE INDEX i ON t (a);\n')).toBe(
    '-- What this is for\n\n-- plumb:up no-transaction\n-- the index\nCREATE INDEX CONCURRENTLY i ON t (a);\n',
  );
});

test('what stands around it gets sections of its own', () => {
  expect(fixed('ALTER TABLE t ADD b int;\n\n-- fast\nCREATE INDEX i ON t (a);\n-- more\nSELECT 1;\nSELECT 2;\n')).toBe(
    '-- plumb:up\nALTER TABLE t ADD b int;\n\n-- plumb:up no-transaction\n-- fast\nCREATE INDEX CONCURRENTLY i ON t (a);\n\n-- plumb:up\n-- more\nSELECT 1;\nSELECT 2;\n',
  );
});

test('a section that begins with it gives up its mark, and those below stay as they are', () => {
  expect(fixed('-- head\n-- plumb:up\nCREATE INDEX i ON t (a);\nSELECT 1;\n-- plumb:down\nDROP INDEX i;\n')).toBe(
    '-- head\n-- plumb:up no-transaction\nCREATE INDEX CONCURRENTLY i ON t (a);\n\n-- plumb:up\nSELECT 1;\n-- plumb:down\nDROP INDEX i;\n',
  );
});

test('sections are their own transactions, so BEGIN and COMMIT around all go', () => {
  expect(fixed('BEGIN;\nSELECT 1;\nCREATE INDEX i ON t (a);\nCOMMIT;\n')).toBe(
    '-- plumb:up\nSELECT 1;\n\n-- plumb:up no-transaction\nCREATE INDEX CONCURRENTLY i ON t (a);\n',
  );
});

test('several statements in one line, and lines as Windows ends them, are kept', () => {
  expect(fixed('SELECT 1; CREATE INDEX i ON t (a); SELECT 2;')).toBe(
    '-- plumb:up\nSELECT 1;\n\n-- plumb:up no-transaction\nCREATE INDEX CONCURRENTLY i ON t (a);\n\n-- plumb:up\nSELECT 2;',
  );
  expect(fixed('SELECT 1;\r\nCREATE INDEX i ON t (a);\r\n')).toBe(
    '-- plumb:up\r\nSELECT 1;\r\n\r\n-- plumb:up no-transaction\r\nCREATE INDEX CONCURRENTLY i ON t (a);\r\n',
  );
});

test('a fix of one statement without sections fits into every format', () => {
  expect(fixed('-- +goose Up\nSELECT 1;\n-- +goose Down\n', 'SELECT', 'SELECT 2;')).toBe(
    '-- +goose Up\nSELECT 2;\n-- +goose Down\n',
  );
  expect(fixed('-- +goose Up\nCREATE INDEX i ON t (a);\n-- +goose Down\n')).toBe(null);
});
