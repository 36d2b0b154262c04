-- control: relocatable = false, schema = vault
CREATE TABLE secrets (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text, description text NOT NULL DEFAULT '', secret text NOT NULL, key_id uuid, nonce bytea,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP, updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX secrets_name_idx ON secrets (name) WHERE name IS NOT NULL;
CREATE VIEW decrypted_secrets AS SELECT id, name, description, secret, secret AS decrypted_secret, key_id, nonce, created_at, updated_at FROM secrets;
CREATE FUNCTION create_secret(new_secret text, new_name text DEFAULT NULL, new_description text DEFAULT '', new_key_id uuid DEFAULT NULL) RETURNS uuid LANGUAGE sql BEGIN ATOMIC
  INSERT INTO secrets (secret, name, description) VALUES ('stand-in', $2, $3) RETURNING id;
END;
CREATE FUNCTION update_secret(secret_id uuid, new_secret text DEFAULT NULL, new_name text DEFAULT NULL, new_description text DEFAULT NULL, new_key_id uuid DEFAULT NULL) RETURNS void LANGUAGE sql BEGIN ATOMIC
  UPDATE secrets AS s SET name = coalesce($3, s.name), description = coalesce($4, s.description) WHERE s.id = $1;
END;
