ALTER FUNCTION public.numbers(integer) STABLE PARALLEL RESTRICTED ROWS 42;

-- public.secret(text) runs with the rights of whoever calls it, no longer of its owner.
ALTER FUNCTION public.secret(text) STABLE CALLED ON NULL INPUT SECURITY INVOKER NOT LEAKPROOF PARALLEL UNSAFE COST 100;

ALTER FUNCTION public.slug(text) IMMUTABLE STRICT PARALLEL SAFE COST 5;

-- down

ALTER FUNCTION public.numbers(integer) VOLATILE PARALLEL UNSAFE ROWS 1000;

-- public.secret(text) runs with the rights of its owner, no longer of whoever calls it.
ALTER FUNCTION public.secret(text) IMMUTABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL SAFE COST 1;

ALTER FUNCTION public.slug(text) VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE COST 100;
