CREATE TABLE readings (
  sensor_id int NOT NULL,
  taken_at timestamptz NOT NULL,
  value double precision,
  PRIMARY KEY (sensor_id, taken_at)
);
CREATE INDEX readings_taken_at ON readings (taken_at DESC);
CREATE VIEW recent_readings AS SELECT * FROM readings WHERE taken_at > '2024-06-01Z';
GRANT SELECT ON readings TO reader;
COMMENT ON TABLE readings IS 'what the sensors said';
