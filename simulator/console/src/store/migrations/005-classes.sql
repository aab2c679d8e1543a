-- Beside the access key of the address: that of the kit, the seller's public key, with which clientSecret is
-- encrypted, and the hash of its OAEP.
ALTER TABLE addresses ADD COLUMN kit_variable TEXT;
ALTER TABLE addresses ADD COLUMN kit_sealed BLOB;
ALTER TABLE addresses ADD COLUMN kit_public_key TEXT;
ALTER TABLE addresses ADD COLUMN kit_hash TEXT;
-- Certificates of further authorities that TLS trusts at the address, in PEM.
ALTER TABLE addresses ADD COLUMN authorities TEXT;
