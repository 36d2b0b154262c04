import { namesIn, nodesOf } from '../rules/sql/nodes-of.ts';
import type { Model } from './model/model.ts';

/** Functions of PostgreSQL and its usual extensions that answer otherwise each time. */
const volatile =
  /^(?:random|random_normal|gen_random_uuid|gen_random_bytes|gen_salt|uuidv[47]|uuid_generate_v\w+|clock_timestamp|timeofday|nextval|currval|lastval|setval|pg_sleep\w*|gen_ulid|generate_ulid|nanoid|set_config|txid_current|pg_current_xact_id|lo_\w+|dblink\w*)$/;

/** Whether PostgreSQL has to work out an expression for each row anew, as far as its text says. */
export function isVolatile(expression: unknown, model: Model): boolean {
  for (const { FuncCall: call } of nodesOf(expression, 'FuncCall')) {
    const names = namesIn(call.funcname);
    const name = names.at(-1) ?? '';
    const own = model.routine(names);
    if (own === null ? volatile.test(name) : own.volatile) return true;
    // one that nobody told of is most likely the user's, and those are volatile unless they say otherwise
    if (own === null && names.length === 1 && !builtIn.test(name)) return true;
    if (own === null && names.length === 2 && names[0] !== 'pg_catalog') return true;
  }
  return false;
}

/** The other functions that defaults and expressions are made with. */
const builtIn =
  /^(?:now|transaction_timestamp|statement_timestamp|current_\w+|session_user|abs|ceil|ceiling|floor|round|trunc|sign|sqrt|power|mod|exp|ln|log|pi|greatest|least|coalesce|nullif|lower|upper|initcap|trim|btrim|ltrim|rtrim|length|char_length|octet_length|substr|substring|left|right|replace|translate|concat|concat_ws|lpad|rpad|repeat|reverse|split_part|position|strpos|overlay|format|md5|sha\d+|encode|decode|digest|hmac|crypt|chr|ascii|quote_\w+|regexp_\w+|to_\w+|date_part|date_trunc|date_bin|extract|age|make_\w+|timezone|isfinite|justify_\w+|array_\w+|unnest|string_to_array|cardinality|jsonb?_\w+|row_to_json|xml\w*|tsvector_\w+|setweight|plainto_tsquery|phraseto_tsquery|websearch_to_tsquery|(?:int[48]|num|ts|tstz|date)(?:multi)?range|isempty|lower_inc|upper_inc|enum_\w+|inet_\w+|host|hostmask|netmask|network|masklen|pg_typeof|pg_column_size|similarity|unaccent|st_\w+|point|circle|box|polygon|hashtext\w*|bit_count|get_bit|get_byte|num_nulls|num_nonnulls|gcd|lcm|factorial|cos|sin|tan|atan2?|acos|asin|degrees|radians|width_bucket|div|cbrt|text|int[248]|float[48]|numeric|bool|varchar|bpchar|date|time|timetz|timestamp|timestamptz|interval|uuid|jsonb?)$/;
