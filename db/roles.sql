-- What the application's role may do. Re-run whenever this file changes; the role itself is made by the migrator.
grant usage on schema public to credit_repair_app;
revoke create on schema public from public;
grant select, insert, update on all tables in schema public to credit_repair_app;
revoke all on schema_migration from credit_repair_app;
-- The ledger is written once.
revoke update, delete, truncate on item_event from credit_repair_app;
revoke update, delete, truncate on access_log from credit_repair_app;
revoke update, delete, truncate on ledger_head, ledger_head_part from credit_repair_app;
-- What may go: sessions, drafts, relayed outbox rows, import files that have been read, unsubmitted uploads, printed batches, nonces, used logout tokens and counted tries.
grant delete on session, draft, outbox, import_file, attachment, upload, upload_chunk, notice_batch_part, partner_nonce,
  logout_token_seen, failed_try to credit_repair_app;
