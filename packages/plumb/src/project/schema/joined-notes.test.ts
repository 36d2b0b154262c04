import { expect, test } from 'vitest';
import type { Finding } from '../../contract/finding.ts';
import { joinedNotes } from './joined-notes.ts';

function note(message: string, object: string): Finding {
  const common = { severity: 'info', fix: null, location: null, evidence: {} } as const;
  return { ...common, id: 'stand-in', title: 'Stood in for', why: 'It is missing.', message, objects: [object] };
}

test('what is said of several objects is said once, and of the same object once', () => {
  const notes = ['app', 'reader', 'app'].map((role) => note(`role ${role}: a stand-in takes its place`, role));
  expect(joinedNotes(notes)).toEqual([
    { ...note('role app, role reader: a stand-in takes its place', 'app'), objects: ['app', 'reader'] },
  ]);
});

test('different things are said apart', () => {
  const notes = [note('role app: a stand-in takes its place', 'app'), note('index i: built without options', 'i')];
  expect(joinedNotes(notes)).toEqual(notes);
});
