INSERT INTO "My Schema"."User Table" VALUES (1, 'a@example.com', 'say "no"');
