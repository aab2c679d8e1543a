-- The registered login address of the application, to which the portal sends a browser.
ALTER TABLE addresses ADD COLUMN login_url TEXT;
