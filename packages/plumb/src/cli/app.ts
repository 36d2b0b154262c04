import { defineGroup } from './command.ts';

/** Every command of plumb, by the words that lead to it. */
export const app = defineGroup({
  brief: 'the PostgreSQL toolchain for TypeScript teams',
  commands: {},
});
