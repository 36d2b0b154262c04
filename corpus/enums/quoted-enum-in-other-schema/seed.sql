INSERT INTO "Shop"."Order" VALUES (1, '"quoted"');
