ALTER TYPE public.state RENAME TO order_state;

ALTER TYPE public.order_state RENAME VALUE 'open' TO 'new';

-- down

ALTER TYPE public.order_state RENAME VALUE 'new' TO 'open';

ALTER TYPE public.order_state RENAME TO state;
