ALTER TYPE public.state RENAME VALUE 'cancelled' TO 'canceled';

-- down

ALTER TYPE public.state RENAME VALUE 'canceled' TO 'cancelled';
