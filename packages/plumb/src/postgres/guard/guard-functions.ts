import { escapeLiteral } from 'pg';
import { superuser } from '../embedded/cluster-files.ts';
import { shadowFunctions } from '../shadow/shadow-functions.ts';
import { ownFunctions } from './own-functions.ts';

/**
 * What a new database of a guarded server holds before anybody's SQL runs in it, made by the superuser. Nothing that runs
 * as superuser looks for names in the session's search_path, and nothing belongs to the superuser in whose name somebody
 * else's code could run: an index, a view, a function.
 */
export function guardFunctions(secret: string, major: number): string {
  return `
SET search_path = pg_catalog, pg_temp;
${shadowFunctions}
CREATE TABLE plumb_shadow.notes (note json NOT NULL);
GRANT SELECT, INSERT ON plumb_shadow.notes TO PUBLIC;
CREATE TABLE plumb_shadow.secret (secret bytea NOT NULL);
INSERT INTO plumb_shadow.secret VALUES (convert_to(${escapeLiteral(secret)}, 'UTF8'));
${functions(major)}
${readable}
UPDATE pg_extension SET extowner = '${superuser}'::regrole WHERE extowner = 10;
${major < 15 ? `ALTER SCHEMA public OWNER TO ${superuser};` : ''}
RESET search_path`;
}

/**
 * What is read as by a superuser: user mappings, which are the database's own, and subscriptions, of which there are none.
 * It has always been so, as far as anybody can tell.
 */
const readable = `
GRANT SELECT ON pg_user_mapping, pg_subscription TO ${superuser};
DELETE FROM pg_init_privs
WHERE classoid = 'pg_class'::regclass AND objoid IN ('pg_user_mapping'::regclass, 'pg_subscription'::regclass) AND objsubid = 0;
INSERT INTO pg_init_privs (objoid, classoid, objsubid, privtype, initprivs)
SELECT oid, 'pg_class'::regclass, 0, 'i', relacl FROM pg_class
WHERE oid IN ('pg_user_mapping'::regclass, 'pg_subscription'::regclass);`;

/** Where owners and rights stand, and the schema of what has one. */
const ownedCatalogs = [
  ['pg_class', 'relowner', 'relacl', 'relnamespace'],
  ['pg_proc', 'proowner', 'proacl', 'pronamespace'],
  ['pg_type', 'typowner', 'typacl', 'typnamespace'],
  ['pg_namespace', 'nspowner', 'nspacl', 'oid'],
  ['pg_operator', 'oprowner', '', 'oprnamespace'],
  ['pg_opclass', 'opcowner', '', 'opcnamespace'],
  ['pg_opfamily', 'opfowner', '', 'opfnamespace'],
  ['pg_collation', 'collowner', '', 'collnamespace'],
  ['pg_conversion', 'conowner', '', 'connamespace'],
  ['pg_ts_config', 'cfgowner', '', 'cfgnamespace'],
  ['pg_ts_dict', 'dictowner', '', 'dictnamespace'],
  ['pg_statistic_ext', 'stxowner', '', 'stxnamespace'],
  ['pg_language', 'lanowner', 'lanacl', ''],
  ['pg_foreign_data_wrapper', 'fdwowner', 'fdwacl', ''],
  ['pg_foreign_server', 'srvowner', 'srvacl', ''],
  ['pg_event_trigger', 'evtowner', '', ''],
  ['pg_publication', 'pubowner', '', ''],
  ['pg_extension', 'extowner', '', ''],
] as const;

const handOver = ownedCatalogs
  .map(([catalog, owner, acl, schema]) => {
    const set = [
      `${owner} = host.heir`,
      ...(acl === '' ? [] : [`${acl} = plumb_shadow.renamed(${acl}, 'plumb_server', '${superuser}')`]),
    ].join(', ');
    const outside =
      schema === '' ? '' : ` AND ${catalog}.${schema} NOT IN (SELECT oid FROM plumb_shadow.not_handed_over)`;
    return `
  UPDATE ${catalog} SET ${set} FROM (SELECT oid AS heir FROM pg_roles WHERE rolname = '${superuser}') AS host
  WHERE ${owner} = 10 AND ${catalog}.oid >= 16384${outside};`;
  })
  .join('');

const strayed = ownedCatalogs
  .filter(([catalog]) => catalog !== 'pg_extension')
  .map(([catalog, owner, , schema]) => {
    // the schema public is its database's
    const ours =
      schema === '' ? 'oid < 16384' : `(oid < 16384 AND oid <> 2200 OR ${schema} = 'plumb_shadow'::regnamespace)`;
    return `EXISTS (SELECT FROM ${catalog} WHERE ${owner} <> 10 AND ${ours})`;
  })
  .join('\n    OR ');

/**
 * Before 17 no setting keeps event triggers from running, in the name of whoever changes something: the superuser, in the
 * script of an extension. At an event of another name nothing runs.
 */
function withoutEvents(major: number): string {
  return major >= 17
    ? ''
    : `
  UPDATE pg_event_trigger SET evtevent = (evtevent::text || ' ')::name WHERE evtevent::text NOT LIKE '% ';`;
}

/*
 * Whatever the superuser computes stands in functions that PostgreSQL understood when they were made: a body that is a
 * string is understood when it runs, with the operators and casts that others have made by then.
 */
const functions = (major: number): string => `
CREATE VIEW plumb_shadow.not_handed_over AS
SELECT oid FROM pg_namespace WHERE nspname IN ('plumb_shadow', 'pg_toast');

CREATE FUNCTION plumb_shadow.renamed(rights aclitem[], was text, becomes text) RETURNS aclitem[] LANGUAGE sql STABLE
RETURN regexp_replace(
  regexp_replace(rights::text, '([{,"])' || was || '=', '\\1' || becomes || '=', 'g'),
  '/' || was || '([,}"])', '/' || becomes || '\\1', 'g'
)::aclitem[];

-- Before an extension is made: what whoever makes it grants by default.
CREATE FUNCTION plumb_shadow.lend_defaults() RETURNS void LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC
  DELETE FROM pg_default_acl WHERE defaclrole = 10;
  INSERT INTO pg_default_acl (oid, defaclrole, defaclnamespace, defaclobjtype, defaclacl)
  SELECT pg_nextoid('pg_default_acl'::regclass, 'oid', 'pg_default_acl_oid_index'::regclass), 10, defaclnamespace,
    defaclobjtype, plumb_shadow.renamed(defaclacl, '${superuser}', 'plumb_server')
  FROM pg_default_acl
  WHERE defaclrole = (SELECT oid FROM pg_roles WHERE rolname = '${superuser}');
END;

-- What belongs to PostgreSQL itself, or to us, was given to somebody.
CREATE FUNCTION plumb_shadow.has_strayed() RETURNS boolean LANGUAGE sql SECURITY DEFINER
RETURN ${strayed};

CREATE FUNCTION plumb_shadow.hand_over_all() RETURNS void LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC
  DELETE FROM pg_default_acl WHERE defaclrole = 10;${handOver}
  UPDATE pg_init_privs SET initprivs = plumb_shadow.renamed(initprivs, 'plumb_server', '${superuser}')
  WHERE objoid >= 16384 AND initprivs::text LIKE '%plumb\\_server%';${withoutEvents(major)}
END;

-- What the superuser has made in the name of others (extensions, and what a session was given) is theirs, as it would be
-- where they are superusers.
CREATE FUNCTION plumb_shadow.hand_over() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF plumb_shadow.has_strayed() THEN
    RAISE insufficient_privilege USING message = 'what belongs to PostgreSQL itself can''t be given away on a shadow';
  END IF;
  PERFORM plumb_shadow.hand_over_all();
END $$;

${ownFunctions}

CREATE FUNCTION plumb_shadow.is_signed(signature text, statement text) RETURNS boolean LANGUAGE sql SECURITY DEFINER
RETURN (
  SELECT encode(sha256(secret || sha256(secret || convert_to(statement, 'UTF8'))), 'hex') IS NOT DISTINCT FROM signature
  FROM plumb_shadow.secret
);

-- In the session's own search_path, in which nothing but the statement's names is looked for.
CREATE FUNCTION plumb_shadow.as_superuser(signature text, statement text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF plumb_shadow.is_signed(signature, statement) THEN
    PERFORM plumb_shadow.put_validators_aside();
    EXECUTE statement;
    PERFORM plumb_shadow.put_validators_back();
    PERFORM plumb_shadow.hand_over();
    IF plumb_shadow.misleads_server() THEN
      RAISE insufficient_privilege USING message = 'functions of PostgreSQL''s own are not called on a shadow for what they were not made for';
    END IF;
  ELSE
    RAISE insufficient_privilege USING message = 'only plumb can ask for this';
  END IF;
END $$;

CREATE FUNCTION plumb_shadow.taking_database(role text) RETURNS text LANGUAGE sql STABLE
RETURN (
  SELECT format('ALTER DATABASE %I OWNER TO %I', current_database(), rolname)
  FROM pg_roles
  WHERE rolname = role AND NOT rolsuper
);

CREATE FUNCTION plumb_shadow.take_database(role text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  taking text;
BEGIN
  taking := plumb_shadow.taking_database(role);
  IF taking IS NOT NULL THEN EXECUTE taking; END IF;
END $$;

-- The newest function of a name. To be called leakproof only means that policies trust it.
CREATE FUNCTION plumb_shadow.make_leakproof(function_name text) RETURNS void LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC
  UPDATE pg_proc SET proleakproof = true
  WHERE oid = (
    SELECT oid FROM pg_proc
    WHERE proname = function_name AND oid >= 16384
    ORDER BY age(xmin), ctid DESC LIMIT 1
  );
END;

CREATE FUNCTION plumb_shadow.make_collation(name text) RETURNS void LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC
  INSERT INTO pg_collation
  SELECT (jsonb_populate_record(c, jsonb_build_object('oid', free.oid, 'collname', name))).*
  FROM pg_collation AS c, (
    SELECT number AS oid
    FROM generate_series(16383, 12000, -1) AS number
    WHERE NOT EXISTS (SELECT FROM pg_collation AS taken WHERE taken.oid::bigint = number)
    LIMIT 1
  ) AS free
  WHERE c.collname = 'C' AND c.collnamespace = 'pg_catalog'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_collation AS there WHERE there.collname = name);
END;
`;
