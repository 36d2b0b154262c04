ALTER SUBSCRIPTION s SET (origin = 'any', disable_on_error = 'true', password_required = 'false', run_as_owner = 'true');

-- down

ALTER SUBSCRIPTION s SET (disable_on_error = 'false', password_required = 'true', run_as_owner = 'false', origin = 'none');
