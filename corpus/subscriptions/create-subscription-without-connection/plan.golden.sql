-- To set it going: SELECT pg_create_logical_replication_slot('from_main', 'pgoutput') at its publisher; ALTER SUBSCRIPTION from_main SET (slot_name = 'from_main'); ALTER SUBSCRIPTION from_main ENABLE; ALTER SUBSCRIPTION from_main REFRESH PUBLICATION
CREATE SUBSCRIPTION from_main
  CONNECTION 'host=main.example.com dbname=app'
  PUBLICATION p, "Q"
  WITH (connect = false, slot_name = NONE, binary = 'true');

COMMENT ON SUBSCRIPTION from_main IS 'From the main database';

-- down

COMMENT ON SUBSCRIPTION from_main IS NULL;

DROP SUBSCRIPTION from_main;
