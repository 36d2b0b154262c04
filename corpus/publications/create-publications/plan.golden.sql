CREATE PUBLICATION "none";

CREATE PUBLICATION everything
  FOR ALL TABLES
  WITH (publish_via_partition_root = true);

CREATE PUBLICATION warehouse
  FOR TABLE public.a,
    public.b
  WITH (publish = 'insert, update');

ALTER PUBLICATION warehouse OWNER TO app_owner;

COMMENT ON PUBLICATION warehouse IS 'For the warehouse';

-- Subscriptions to the publication old fail.
DROP PUBLICATION old;

-- down

CREATE PUBLICATION old
  FOR TABLE public.a;

-- Subscriptions to the publication none fail.
DROP PUBLICATION "none";

-- Subscriptions to the publication everything fail.
DROP PUBLICATION everything;

-- Subscriptions to the publication warehouse fail.
DROP PUBLICATION warehouse;
