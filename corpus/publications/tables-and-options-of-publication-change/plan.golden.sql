ALTER PUBLICATION p DROP TABLE public.a;

ALTER PUBLICATION p SET (publish = 'insert, delete, truncate', publish_via_partition_root = true);

ALTER PUBLICATION p ADD TABLE "S"."C";

-- down

ALTER PUBLICATION p DROP TABLE "S"."C";

ALTER PUBLICATION p SET (publish = 'insert', publish_via_partition_root = false);

ALTER PUBLICATION p ADD TABLE public.a;
