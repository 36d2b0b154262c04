-- control: relocatable = false, schema = pgsodium
CREATE TYPE key_status AS ENUM ('default', 'valid', 'invalid', 'expired');
CREATE TYPE key_type AS ENUM ('aead-ietf', 'aead-det', 'hmacsha512', 'hmacsha256', 'auth', 'shorthash', 'generichash', 'kdf', 'secretbox', 'secretstream', 'stream_xchacha20');
CREATE TYPE crypto_box_keypair AS (public bytea, secret bytea);
CREATE TYPE crypto_sign_keypair AS (public bytea, secret bytea);
CREATE TABLE key (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), status key_status DEFAULT 'valid', created timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP, expires timestamptz, key_type key_type, key_id bigint, key_context bytea DEFAULT '\x7067736f6469756d',
  name text UNIQUE, associated_data text DEFAULT 'associated', raw_key bytea, raw_key_nonce bytea, parent_key uuid REFERENCES key (id), comment text, user_data text
);
CREATE VIEW valid_key AS SELECT id, name, status, key_type, key_id, key_context, created, expires, associated_data FROM key WHERE status IN ('valid', 'default');
CREATE FUNCTION randombytes_buf(size integer) RETURNS bytea LANGUAGE sql RETURN decode(repeat('00', size), 'hex');
CREATE FUNCTION randombytes_random() RETURNS integer LANGUAGE sql RETURN 0;
CREATE FUNCTION create_key(key_type key_type DEFAULT 'aead-det', name text DEFAULT NULL, raw_key bytea DEFAULT NULL, raw_key_nonce bytea DEFAULT NULL, parent_key uuid DEFAULT NULL, key_context bytea DEFAULT '\x7067736f6469756d', expires timestamptz DEFAULT NULL, associated_data text DEFAULT '')
RETURNS valid_key LANGUAGE sql BEGIN ATOMIC
  INSERT INTO key (key_type, name, associated_data) VALUES ($1, $2, $8) RETURNING id, name, status, key_type, key_id, key_context, created, expires, associated_data;
END;
CREATE FUNCTION crypto_secretbox_keygen() RETURNS bytea LANGUAGE sql RETURN decode(repeat('00', 32), 'hex');
CREATE FUNCTION crypto_secretbox_noncegen() RETURNS bytea LANGUAGE sql RETURN decode(repeat('00', 24), 'hex');
CREATE FUNCTION crypto_secretbox(message bytea, nonce bytea, key bytea) RETURNS bytea LANGUAGE sql IMMUTABLE RETURN message;
CREATE FUNCTION crypto_secretbox_open(ciphertext bytea, nonce bytea, key bytea) RETURNS bytea LANGUAGE sql IMMUTABLE RETURN ciphertext;
CREATE FUNCTION crypto_aead_det_keygen() RETURNS bytea LANGUAGE sql RETURN decode(repeat('00', 32), 'hex');
CREATE FUNCTION crypto_aead_det_noncegen() RETURNS bytea LANGUAGE sql RETURN decode(repeat('00', 16), 'hex');
CREATE FUNCTION crypto_aead_det_encrypt(message bytea, additional bytea, key_uuid uuid) RETURNS bytea LANGUAGE sql STABLE RETURN message;
CREATE FUNCTION crypto_aead_det_encrypt(message bytea, additional bytea, key_uuid uuid, nonce bytea) RETURNS bytea LANGUAGE sql STABLE RETURN message;
CREATE FUNCTION crypto_aead_det_decrypt(message bytea, additional bytea, key_uuid uuid) RETURNS bytea LANGUAGE sql STABLE RETURN message;
CREATE FUNCTION crypto_aead_det_decrypt(message bytea, additional bytea, key_uuid uuid, nonce bytea) RETURNS bytea LANGUAGE sql STABLE RETURN message;
CREATE FUNCTION derive_key(key_id bigint, key_len integer DEFAULT 32, context bytea DEFAULT '\x7067736f6469756d') RETURNS bytea LANGUAGE sql RETURN decode(repeat('00', key_len), 'hex');
