ALTER DOMAIN public.mail RENAME TO email;

ALTER TYPE public.address RENAME ATTRIBUTE zip TO postcode CASCADE;

ALTER DOMAIN public.email RENAME CONSTRAINT mail_check TO email_check;

-- down

ALTER DOMAIN public.email RENAME CONSTRAINT email_check TO mail_check;

ALTER TYPE public.address RENAME ATTRIBUTE postcode TO zip CASCADE;

ALTER DOMAIN public.email RENAME TO mail;
