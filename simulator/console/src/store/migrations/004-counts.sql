-- How many rules held and failed; absent where a check was made before this was counted, or is not over.
ALTER TABLE checks ADD COLUMN held INTEGER;
ALTER TABLE checks ADD COLUMN failed INTEGER;
