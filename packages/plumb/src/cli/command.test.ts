import { expect, expectTypeOf, test } from 'vitest';
import { defineCommand } from './command.ts';
import { portNumber } from './parsers.ts';

test('a command knows the types of its flags and arguments from their definition', () => {
  const command = defineCommand({
    brief: 'Try',
    examples: [],
    flags: {
      port: { kind: 'value', brief: 'Port', placeholder: 'port', parse: portNumber },
      name: { kind: 'value', brief: 'Name', placeholder: 'name' },
      file: { kind: 'values', brief: 'File', placeholder: 'path' },
      format: { kind: 'choice', brief: 'Format', choices: ['csv', 'json'] },
      all: { kind: 'yes', brief: 'All' },
    },
    args: [
      { name: 'first', brief: 'First' },
      { name: 'second', brief: 'Second', optional: true },
    ],
    run: async (_context, flags, first, second) => {
      expectTypeOf(flags.port).toEqualTypeOf<number | undefined>();
      expectTypeOf(flags.name).toEqualTypeOf<string | undefined>();
      expectTypeOf(flags.file).toEqualTypeOf<readonly string[]>();
      expectTypeOf(flags.format).toEqualTypeOf<'csv' | 'json' | undefined>();
      expectTypeOf(flags.all).toEqualTypeOf<boolean>();
      expectTypeOf(first).toEqualTypeOf<string>();
      expectTypeOf(second).toEqualTypeOf<string | undefined>();
      return { data: null, text: () => '' };
    },
  });
  expect(Object.keys(command.flags)).toEqual(['port', 'name', 'file', 'format', 'all']);
});
