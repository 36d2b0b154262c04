ALTER DOMAIN public.mail RENAME TO email;

-- down

ALTER DOMAIN public.email RENAME TO mail;
