import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

const functions = `
  CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
  CREATE FUNCTION g() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
`;

test.each([14, 18])('event triggers are made as they are read on PostgreSQL %i', async (major) => {
  await migrate(
    '',
    `${functions}
    CREATE EVENT TRIGGER a ON ddl_command_start EXECUTE FUNCTION f();
    CREATE EVENT TRIGGER "B" ON ddl_command_end WHEN TAG IN ('DROP TABLE', 'ALTER TABLE') EXECUTE FUNCTION f();
    CREATE EVENT TRIGGER c ON sql_drop EXECUTE FUNCTION g();
    ALTER EVENT TRIGGER a DISABLE;
    ALTER EVENT TRIGGER c ENABLE ALWAYS;
    COMMENT ON EVENT TRIGGER c IS 'x';`,
    { major },
  );
});

test('an event trigger is switched in place, and made anew for anything else', async () => {
  const trigger = (name: string): string =>
    `${functions} CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION ${name}();`;
  const switched = await migrate(trigger('f'), `${trigger('f')} ALTER EVENT TRIGGER e ENABLE REPLICA;`);
  expect(sqlOf(switched.up)).toEqual(['ALTER EVENT TRIGGER e ENABLE REPLICA']);
  const other = await migrate(trigger('f'), trigger('g'));
  expect(sqlOf(other.up)).toEqual([
    'DROP EVENT TRIGGER e',
    'CREATE EVENT TRIGGER e ON sql_drop\n  EXECUTE FUNCTION public.g()',
  ]);
});
