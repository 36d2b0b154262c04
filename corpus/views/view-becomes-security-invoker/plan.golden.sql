-- The view public.my_notes reads with the rights of whoever reads it, no longer of its owner.
ALTER VIEW public.my_notes SET (security_invoker = 'true');

ALTER VIEW public.my_long_notes SET (security_invoker = 'on', security_barrier = 'true');

-- down

-- The view public.my_notes reads with the rights of its owner, no longer of whoever reads it.
ALTER VIEW public.my_notes RESET (security_invoker);

ALTER VIEW public.my_long_notes RESET (security_invoker, security_barrier);
