import { expect, test } from 'vitest';
import { startProgram } from '../../../test/child-program.ts';
import { createShadow } from './create-shadow.ts';

test('shadow databases of one process share a server', async () => {
  const [one, other] = await Promise.all([createShadow(), createShadow()]);
  expect(new URL(one.url).search).toBe(new URL(other.url).search);
  expect(one.name).not.toBe(other.name);
  await Promise.all([one.drop(), other.drop()]);
});

test('a program that forgets to drop its shadow database ends all the same', async () => {
  const { status, output } = await startProgram('forget').ended;
  expect(output).toMatch(/^made plumb_shadow_/);
  expect(status).toBe(0);
});
