-- Lists of a desk with ten thousand open items among two hundred thousand (bench/queue.ts): each is one range of an index.

-- 我的 and what everybody has in hand, counted from the index alone. (An expression is not enough for that: its column must stand in the index too.)
drop index item_holder_ix;
create index item_holder_ix on item (unit_id, assignee, (coalesce(due_on, '9999-12-31'::date)), item_id) include (state, due_on) where closed_at is null;
-- 待分派 in order of due days: `assignee is null` is no equality to the planner, so the index above would be sorted again (31 ms).
create index item_unassigned_ix on item (unit_id, (coalesce(due_on, '9999-12-31'::date)), item_id) where closed_at is null and assignee is null;
-- 待他人 and 外部办理, which are few: the whole queue was read for them (46 ms).
create index item_state_ix on item (unit_id, state, (coalesce(due_on, '9999-12-31'::date)), item_id) where closed_at is null;
