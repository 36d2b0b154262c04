-- control: relocatable = false
CREATE SCHEMA repack;
