CREATE OR REPLACE VIEW public.price_list AS
SELECT id,
    app.format_price(cents) AS price
   FROM public.prices;

-- down

CREATE OR REPLACE VIEW public.price_list AS
SELECT id,
    public.format_price(cents) AS price
   FROM public.prices;
