CREATE TABLE logs (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE logs_2024 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

CREATE PUBLICATION p FOR TABLE logs WITH (publish_via_partition_root = true);
