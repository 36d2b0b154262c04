ALTER VIEW public.directory RESET (security_barrier);

ALTER VIEW public.phone_book SET (security_barrier = 'true');

-- down

ALTER VIEW public.directory SET (security_barrier = 'true');

ALTER VIEW public.phone_book SET (security_barrier = 'false');
