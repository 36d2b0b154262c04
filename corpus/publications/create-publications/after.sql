CREATE TABLE a (id int PRIMARY KEY, x int);
CREATE TABLE b (id int PRIMARY KEY, y int);

CREATE PUBLICATION warehouse FOR TABLE a, ONLY b WITH (publish = 'insert, update');
CREATE PUBLICATION none;
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish_via_partition_root = true);
COMMENT ON PUBLICATION warehouse IS 'For the warehouse';
ALTER PUBLICATION warehouse OWNER TO app_owner;
