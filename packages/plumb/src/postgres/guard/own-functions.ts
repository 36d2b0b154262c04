/**
 * What is called by others than whoever says so. A wrapper's validator runs in the name of whoever changes the wrapper,
 * which is the superuser: it is put aside meanwhile. And functions of PostgreSQL's own that take what SQL can't hold
 * (`internal`) believe whoever calls them: given the values of another type they would read the server's memory. So they
 * stand in operator classes, templates and parsers only as PostgreSQL or an extension has put them there.
 */
export const ownFunctions = `
CREATE TABLE plumb_shadow.validators (wrapper oid PRIMARY KEY, validator oid NOT NULL);

CREATE FUNCTION plumb_shadow.put_validators_aside() RETURNS void LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC
  DELETE FROM plumb_shadow.validators;
  INSERT INTO plumb_shadow.validators
  SELECT oid, fdwvalidator FROM pg_foreign_data_wrapper WHERE fdwvalidator >= 16384::oid;
  UPDATE pg_foreign_data_wrapper SET fdwvalidator = 0::oid WHERE fdwvalidator >= 16384::oid;
END;

CREATE FUNCTION plumb_shadow.put_validators_back() RETURNS void LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC
  UPDATE pg_foreign_data_wrapper AS w SET fdwvalidator = v.validator
  FROM plumb_shadow.validators AS v
  WHERE w.oid = v.wrapper AND EXISTS (SELECT FROM pg_proc WHERE pg_proc.oid = v.validator);
  DELETE FROM plumb_shadow.validators;
END;

CREATE VIEW plumb_shadow.of_extensions AS SELECT classid, objid FROM pg_depend WHERE deptype = 'e';

-- The ways in which PostgreSQL and extensions have functions called by indexes.
CREATE VIEW plumb_shadow.known_support AS
SELECT p.amproc::oid AS function, p.amprocnum AS number, p.amproclefttype AS type, m.amhandler::oid AS handler
FROM pg_amproc AS p JOIN pg_opfamily AS f ON f.oid = p.amprocfamily JOIN pg_am AS m ON m.oid = f.opfmethod
WHERE p.oid < 16384::oid
  OR EXISTS (SELECT FROM plumb_shadow.of_extensions AS e WHERE e.classid = 'pg_opfamily'::regclass AND e.objid = f.oid);

CREATE FUNCTION plumb_shadow.misleads_server() RETURNS boolean LANGUAGE sql SECURITY DEFINER RETURN EXISTS (
  SELECT FROM pg_amproc AS p
  JOIN pg_opfamily AS f ON f.oid = p.amprocfamily
  JOIN pg_am AS m ON m.oid = f.opfmethod
  JOIN pg_proc AS function ON function.oid = p.amproc::oid
  JOIN pg_language AS l ON l.oid = function.prolang AND l.lanname IN ('internal', 'c')
  JOIN pg_type AS t ON t.oid = p.amproclefttype
  WHERE p.oid >= 16384::oid
    AND NOT EXISTS (SELECT FROM plumb_shadow.of_extensions AS e WHERE e.classid = 'pg_opfamily'::regclass AND e.objid = f.oid)
    AND NOT EXISTS (
      SELECT FROM plumb_shadow.known_support AS k
      WHERE k.function = p.amproc::oid AND k.number = p.amprocnum AND k.handler = m.amhandler::oid
        AND (
          k.type IN (p.amproclefttype, t.typbasetype)
          OR k.type = 2277::oid AND t.typcategory = 'A'
          OR k.type = 3500::oid AND t.typtype = 'e'
          OR k.type = 3831::oid AND t.typtype = 'r'
          OR k.type = 4537::oid AND t.typtype = 'm'
          OR k.type = 2249::oid AND t.typtype = 'c'
          OR EXISTS (
            SELECT FROM pg_cast AS c
            WHERE c.oid < 16384::oid AND c.castmethod = 'b' AND c.castsource = p.amproclefttype AND c.casttarget = k.type
          )
        )
    )
) OR EXISTS (
  SELECT FROM pg_opclass AS o JOIN pg_am AS m ON m.oid = o.opcmethod
  WHERE o.oid >= 16384::oid AND o.opckeytype <> 0::oid AND o.opckeytype <> o.opcintype
    AND NOT EXISTS (SELECT FROM plumb_shadow.of_extensions AS e WHERE e.classid = 'pg_opclass'::regclass AND e.objid = o.oid)
    AND NOT EXISTS (
      SELECT FROM pg_opclass AS k JOIN pg_am AS km ON km.oid = k.opcmethod
      WHERE km.amhandler = m.amhandler AND k.opcintype = o.opcintype AND k.opckeytype = o.opckeytype
        AND (
          k.oid < 16384::oid
          OR EXISTS (SELECT FROM plumb_shadow.of_extensions AS e WHERE e.classid = 'pg_opclass'::regclass AND e.objid = k.oid)
        )
    )
) OR EXISTS (
  SELECT FROM pg_ts_template AS t
  WHERE t.oid >= 16384::oid AND NOT EXISTS (
    SELECT FROM pg_ts_template AS k
    WHERE k.tmplinit = t.tmplinit AND k.tmpllexize = t.tmpllexize AND (
      k.oid < 16384::oid
      OR EXISTS (SELECT FROM plumb_shadow.of_extensions AS e WHERE e.classid = 'pg_ts_template'::regclass AND e.objid = k.oid)
    )
  )
) OR EXISTS (
  SELECT FROM pg_ts_parser AS t
  WHERE t.oid >= 16384::oid AND NOT EXISTS (
    SELECT FROM pg_ts_parser AS k
    WHERE k.prsstart = t.prsstart AND k.prstoken = t.prstoken AND k.prsend = t.prsend AND k.prslextype = t.prslextype
      AND (t.prsheadline = 0::oid OR k.prsheadline = t.prsheadline)
      AND (
        k.oid < 16384::oid
        OR EXISTS (SELECT FROM plumb_shadow.of_extensions AS e WHERE e.classid = 'pg_ts_parser'::regclass AND e.objid = k.oid)
      )
  )
);
`;
