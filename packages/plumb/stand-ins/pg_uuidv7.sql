CREATE FUNCTION uuid_generate_v7() RETURNS uuid LANGUAGE sql VOLATILE STRICT PARALLEL SAFE RETURN gen_random_uuid();
CREATE FUNCTION uuid_v7_to_timestamptz(uuid) RETURNS timestamptz LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::timestamptz;
CREATE FUNCTION uuid_timestamptz_to_v7(timestamptz, zero boolean DEFAULT false) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::uuid;
