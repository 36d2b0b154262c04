ALTER SERVER s VERSION '18' OPTIONS (DROP fetch_size, SET host 'new.example.com', SET dbname 'it''s', ADD use_remote_estimate 'true');

ALTER USER MAPPING FOR app_owner SERVER s OPTIONS (SET "user" 'b');

CREATE USER MAPPING FOR reader SERVER s
  OPTIONS ("user" 'c');

-- The owner of SERVER s changes: who could change it, and whose rights it runs with.
ALTER SERVER s OWNER TO app_owner;

-- down

-- The owner of SERVER s changes: who could change it, and whose rights it runs with.
ALTER SERVER s OWNER TO CURRENT_USER;

DROP USER MAPPING FOR reader SERVER s;

ALTER SERVER s VERSION '14' OPTIONS (DROP use_remote_estimate, SET host 'old.example.com', SET dbname 'app', ADD fetch_size '100');

ALTER USER MAPPING FOR app_owner SERVER s OPTIONS (SET "user" 'a');
