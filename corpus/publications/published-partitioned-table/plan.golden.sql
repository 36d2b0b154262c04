ALTER PUBLICATION p DROP TABLE public.logs_2024;

ALTER PUBLICATION p SET (publish_via_partition_root = true);

ALTER PUBLICATION p ADD TABLE public.logs;

-- down

ALTER PUBLICATION p DROP TABLE public.logs;

ALTER PUBLICATION p SET (publish_via_partition_root = false);

-- UPDATE and DELETE on public.logs_2024 fail once it is published, because it has neither a primary key nor another replica identity.
ALTER PUBLICATION p ADD TABLE public.logs_2024;
