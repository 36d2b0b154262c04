ALTER VIEW public.visible SET (check_option = 'cascaded');

ALTER VIEW public.cheap SET (check_option = 'cascaded');

ALTER VIEW public.free RESET (check_option);

-- down

ALTER VIEW public.visible RESET (check_option);

ALTER VIEW public.cheap SET (check_option = 'local');

ALTER VIEW public.free SET (check_option = 'cascaded');
