ALTER SUBSCRIPTION s SET (streaming = 'on', synchronous_commit = 'remote_write');

-- It takes rows of what is new only after ALTER SUBSCRIPTION s REFRESH PUBLICATION, which reaches for its publisher.
ALTER SUBSCRIPTION s SET PUBLICATION p, q WITH (refresh = false);

COMMENT ON SUBSCRIPTION s IS 'more';

-- down

COMMENT ON SUBSCRIPTION s IS NULL;

ALTER SUBSCRIPTION s SET (streaming = 'parallel', synchronous_commit = 'off');

-- It takes rows of what is new only after ALTER SUBSCRIPTION s REFRESH PUBLICATION, which reaches for its publisher.
ALTER SUBSCRIPTION s SET PUBLICATION p WITH (refresh = false);
