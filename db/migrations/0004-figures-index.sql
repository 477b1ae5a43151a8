-- Supervision counts and lists items by day of submission over a whole region. An item row carries its fold, so counting 100 000 of
-- them read 160 MB; this index holds all that figures, their lists and the row policies look at. Measured: lists 200 → 5 ms, figures
-- halved, 10 µs more a write.

create index item_figures_ix on item (opened_on, item_id)
  include (subject_key, region_code, unit_id, window_unit_id, matter_key, closed_at, outcome,
    acceptance_due, acceptance_done_on, decision_due, decision_done_on);
