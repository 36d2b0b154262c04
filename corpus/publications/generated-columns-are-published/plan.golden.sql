ALTER PUBLICATION p SET (publish_generated_columns = stored);

ALTER PUBLICATION q SET (publish_generated_columns = none);

-- down

ALTER PUBLICATION p SET (publish_generated_columns = none);

ALTER PUBLICATION q SET (publish_generated_columns = stored);
