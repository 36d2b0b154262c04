-- control: relocatable = false
CREATE SCHEMA oracle;
CREATE DOMAIN varchar2 AS character varying;
CREATE DOMAIN nvarchar2 AS character varying;
CREATE FUNCTION nvl(anycompatible, anycompatible) RETURNS anycompatible LANGUAGE sql IMMUTABLE AS 'SELECT coalesce($1, $2)';
CREATE FUNCTION nvl2(anycompatible, anycompatible, anycompatible) RETURNS anycompatible LANGUAGE sql IMMUTABLE AS 'SELECT CASE WHEN $1 IS NULL THEN $3 ELSE $2 END';
CREATE FUNCTION last_day(date) RETURNS date LANGUAGE sql IMMUTABLE STRICT RETURN (date_trunc('month', $1) + interval '1 month - 1 day')::date;
CREATE FUNCTION add_months(date, integer) RETURNS date LANGUAGE sql IMMUTABLE STRICT RETURN ($1 + make_interval(months => $2))::date;
CREATE FUNCTION months_between(date, date) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT RETURN extract(year FROM age($1, $2)) * 12 + extract(month FROM age($1, $2));
CREATE FUNCTION instr(text, text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT RETURN strpos($1, $2);
CREATE FUNCTION oracle.sysdate() RETURNS timestamp LANGUAGE sql STABLE RETURN localtimestamp;
