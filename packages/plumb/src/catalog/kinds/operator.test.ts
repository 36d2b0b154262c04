import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

const functions = ['eq', 'ne', 'lt', 'gt']
  .map(
    (name) => `CREATE FUNCTION ${name}(a integer, b integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT a = b';`,
  )
  .join('\n');
const operator = (name: string, options: string): string =>
  `CREATE OPERATOR ${name} (LEFTARG = integer, RIGHTARG = integer, ${options});`;

test('operators that name each other are made one after the other', async () => {
  const { up } = await migrate(
    functions,
    `${functions}
    ${operator('===', 'FUNCTION = eq, COMMUTATOR = ===, NEGATOR = !==, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES')}
    ${operator('!==', 'FUNCTION = ne, COMMUTATOR = !==, NEGATOR = ===')}
    ${operator('<<<', 'FUNCTION = lt, COMMUTATOR = >>>')}
    ${operator('>>>', 'FUNCTION = gt, COMMUTATOR = <<<')}
    CREATE OPERATOR !!! (RIGHTARG = integer, FUNCTION = pg_catalog.int4um);
    COMMENT ON OPERATOR !!! (NONE, integer) IS 'prefix';`,
  );
  expect(sqlOf(up)).toContain(`CREATE OPERATOR public.=== (
  FUNCTION = public.eq,
  LEFTARG = integer,
  RIGHTARG = integer,
  COMMUTATOR = OPERATOR(public.===),
  NEGATOR = OPERATOR(public.!==),
  RESTRICT = eqsel,
  JOIN = eqjoinsel,
  HASHES,
  MERGES
)`);
});

test('an operator that is named as a commutator and was never made stays unmade', async () => {
  await migrate(functions, `${functions} ${operator('<<<', 'FUNCTION = lt, COMMUTATOR = >>>')}`);
});

test('what estimates an operator is changed in place', async () => {
  const { up } = await migrate(
    functions + operator('===', 'FUNCTION = eq, RESTRICT = eqsel'),
    functions + operator('===', 'FUNCTION = eq, JOIN = eqjoinsel'),
  );
  expect(sqlOf(up)).toEqual(['ALTER OPERATOR public.=== (integer, integer) SET (RESTRICT = NONE, JOIN = eqjoinsel)']);
});

test.each([14, 16, 17, 18])('on PostgreSQL %i operators get and lose their links', async (major) => {
  const view = 'CREATE VIEW v AS SELECT 1 === 2 AS b;';
  const alone = functions + operator('===', 'FUNCTION = eq') + operator('!==', 'FUNCTION = ne') + view;
  const linked =
    functions +
    operator('===', 'FUNCTION = eq, NEGATOR = !==, COMMUTATOR = ===, HASHES, MERGES') +
    operator('!==', 'FUNCTION = ne, NEGATOR = ===') +
    view;
  const other = functions + operator('===', 'FUNCTION = eq, NEGATOR = !!=') + operator('!!=', 'FUNCTION = ne') + view;
  const { up } = await migrate(alone, linked, { major });
  if (major >= 17) {
    expect(sqlOf(up)).toEqual([
      'ALTER OPERATOR public.!== (integer, integer) SET (NEGATOR = OPERATOR(public.===))',
      'ALTER OPERATOR public.=== (integer, integer) SET (COMMUTATOR = OPERATOR(public.===), HASHES, MERGES)',
    ]);
  }
  await migrate(linked, other, { major });
});

const gist = `
  CREATE OPERATOR CLASS boxes FOR TYPE box USING gist FAMILY wide AS
    OPERATOR 3 &&, OPERATOR 8 <@,
    FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal),
    FUNCTION 2 gist_box_union(internal, internal),
    FUNCTION 5 gist_box_penalty(internal, internal, internal),
    FUNCTION 6 gist_box_picksplit(internal, internal),
    FUNCTION 7 gist_box_same(box, box, internal),
    STORAGE box;
`;
const tree = `
  CREATE OPERATOR CLASS whole FOR TYPE integer USING btree AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);
`;

test.each([14, 18])('on PostgreSQL %i classes and families keep what is tied to each', async (major) => {
  const { up } = await migrate(
    'CREATE TABLE t (n integer, r box);',
    `CREATE TABLE t (n integer, r box);
    CREATE OPERATOR FAMILY wide USING gist; ${gist} ${tree}
    ALTER OPERATOR FAMILY whole USING btree ADD OPERATOR 1 < (integer, bigint), FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint);
    CREATE INDEX t_n ON t (n whole); CREATE INDEX t_r ON t USING gist (r boxes);
    COMMENT ON OPERATOR FAMILY wide USING gist IS 'wide'; COMMENT ON OPERATOR CLASS boxes USING gist IS 'boxes';`,
    { major },
  );
  expect(sqlOf(up).join('\n')).toContain('CREATE OPERATOR CLASS public.whole\n  FOR TYPE integer USING btree AS\n');
});

test('an index is built again when its operator class changes', async () => {
  const schema = (more: string): string => `
    CREATE TABLE t (n integer);
    ${tree.replace(';', `${more};`)}
    CREATE INDEX t_n ON t (n whole);
  `;
  const { up } = await migrate(schema(''), schema(', FUNCTION 2 btint4sortsupport(internal)'));
  expect(sqlOf(up).join('\n')).toContain('FUNCTION 2');
});
