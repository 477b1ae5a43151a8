-- What the application's role may do. Re-run whenever this file changes; the role itself is made by the migrator.
grant usage on schema public to credit_repair_app;
revoke create on schema public from public;
grant select, insert, update on all tables in schema public to credit_repair_app;
revoke all on schema_migration from credit_repair_app;
-- The ledger is written once.
revoke update, delete, truncate on item_event, objection_event, record_order_event from credit_repair_app;
revoke update, delete, truncate on shared_read from credit_repair_app;
revoke update, delete, truncate on access_log from credit_repair_app;
revoke update, delete, truncate on ledger_head, ledger_head_part from credit_repair_app;
-- What may go: sessions, yesterday's purposes, drafts, relayed outbox rows, import files that have been read, unsubmitted uploads, printed batches, nonces, used logout tokens and counted tries.
grant delete on session, draft, outbox, import_file, attachment, upload, upload_chunk, notice_batch_part, partner_nonce,
  logout_token_seen, failed_try, reading_purpose, queue_view to credit_repair_app;
-- Old rows of the access log go through this function only, which keeps six months whatever it is asked.
revoke all on function clear_access_log(timestamptz) from public;
grant execute on function clear_access_log(timestamptz) to credit_repair_app;
