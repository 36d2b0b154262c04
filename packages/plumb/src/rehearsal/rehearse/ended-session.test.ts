import { migrationIn } from '@pgplumb/migrate/files';
import { expect, test } from 'vitest';
import { openGuardedServer } from '../../postgres/embedded/embedded-server.ts';
import { rehearse } from './rehearse.ts';

test('a statement whose session is ended by the guard is told with its place', async () => {
  const guestLimits = { milliseconds: 600_000, bytes: 4_000_000_000, answerBytes: 1_000_000 };
  await using server = await openGuardedServer({ guestLimits });
  const text = "SELECT 1;\nSELECT repeat('x', 1000000) FROM generate_series(1, 100000);";
  const { migrations } = await rehearse([migrationIn({ name: '1.sql', text }, '1')], {
    scratch: () => server.createShadow(),
    tables: [],
    statementTimeout: 60_000,
  });
  expect(migrations[0]?.failure?.placed.fault).toMatchObject({
    sqlstate: '57P01',
    message: expect.stringContaining('The session was ended'),
    location: { line: 2 },
  });
});
