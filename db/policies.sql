-- Row-level security: the last line behind the application's own filter. A policy compares the row's own columns with the context
-- No subqueries here, not even around current_setting: a distributed engine refuses them.
-- (app.sees: all | subject | unit | region | window | public | none). No context: no rows.
-- app.units of a window: '*' at a service centre; at a desk of an authority's own the units of its field.
do $$
declare
  t text;
begin
  foreach t in array array['record', 'application', 'item', 'item_event', 'draft', 'attachment', 'exchange', 'paper', 'repair_notice', 'message', 'rating', 'urging', 'reminder', 'notice_service', 'service_proof', 'reminder_stop',
    'window_original', 'window_hand_out', 'window_hand_over',
    'authorisation', 'question', 'upload', 'upload_chunk', 'record_order', 'record_order_event', 'record_order_effect', 'opinion_request',
    'objection', 'objection_event', 'objection_exchange', 'shared_read'] loop
    execute format('alter table %I enable row level security', t);
    execute format('drop policy if exists %I on %I', t || '_all', t);
    execute format('create policy %I on %I using (current_setting(''app.sees'', true) = ''all'')', t || '_all', t);
    execute format('drop policy if exists %I on %I', t || '_subject', t);
    execute format(
      'create policy %I on %I using (current_setting(''app.sees'', true) = ''subject'' and subject_key = any (string_to_array(current_setting(''app.subjects'', true), '','')::uuid[]))',
      t || '_subject', t);
  end loop;
  -- An agent whom an enterprise authorised for certain matters sees records and items of these alone; app.grants is empty for everybody
  -- else, and otherwise lists subject/matter, or subject/* where nothing is held back.
  foreach t in array array['record', 'item', 'objection'] loop
    execute format('drop policy if exists %I on %I', t || '_subject', t);
    execute format(
      'create policy %I on %I using (current_setting(''app.sees'', true) = ''subject'' and subject_key = any (string_to_array(current_setting(''app.subjects'', true), '','')::uuid[])'
      ' and (coalesce(current_setting(''app.grants'', true), '''') = '''' or subject_key::text || ''/*'' = any (string_to_array(current_setting(''app.grants'', true), '',''))'
      ' or subject_key::text || ''/'' || matter_key = any (string_to_array(current_setting(''app.grants'', true), '',''))))',
      t || '_subject', t);
  end loop;
  -- One unit, one region prefix, one window: rows that carry them as plain columns.
  foreach t in array array['item', 'item_event', 'exchange', 'rating', 'urging', 'message', 'question', 'objection', 'objection_event', 'objection_exchange', 'shared_read'] loop
    execute format('drop policy if exists %I on %I', t || '_unit', t);
    execute format('create policy %I on %I using (current_setting(''app.sees'', true) = ''unit'' and unit_id = current_setting(''app.unit'', true))', t || '_unit', t);
    execute format('drop policy if exists %I on %I', t || '_region', t);
    execute format('create policy %I on %I using (current_setting(''app.sees'', true) = ''region'' and region_code like current_setting(''app.region'', true) || ''%%'')', t || '_region', t);
    execute format('drop policy if exists %I on %I', t || '_window', t);
    execute format('create policy %I on %I using (current_setting(''app.sees'', true) = ''window'' and window_unit_id = current_setting(''app.unit'', true))', t || '_window', t);
  end loop;
  -- Several units of one application.
  foreach t in array array['application', 'attachment', 'paper'] loop
    execute format('drop policy if exists %I on %I', t || '_unit', t);
    execute format('create policy %I on %I using (current_setting(''app.sees'', true) = ''unit'' and current_setting(''app.unit'', true) = any (unit_ids))', t || '_unit', t);
    execute format('drop policy if exists %I on %I', t || '_region', t);
    execute format('create policy %I on %I using (current_setting(''app.sees'', true) = ''region'' and current_setting(''app.region'', true) = any (region_path))', t || '_region', t);
    execute format('drop policy if exists %I on %I', t || '_window', t);
    execute format('create policy %I on %I using (current_setting(''app.sees'', true) = ''window'' and window_unit_id = current_setting(''app.unit'', true))', t || '_window', t);
  end loop;
  -- Records and notices: the finding unit, its region, any window of a service centre (handling anywhere in the province), a field's own desk, and the public for what is shown.
  foreach t in array array['record', 'repair_notice'] loop
    execute format('drop policy if exists %I on %I', t || '_unit', t);
    execute format('create policy %I on %I using (current_setting(''app.sees'', true) = ''unit'' and unit_id = current_setting(''app.unit'', true))', t || '_unit', t);
    execute format('drop policy if exists %I on %I', t || '_region', t);
    execute format('create policy %I on %I using (current_setting(''app.sees'', true) = ''region'' and region_code like current_setting(''app.region'', true) || ''%%'')', t || '_region', t);
    execute format('drop policy if exists %I on %I', t || '_window', t);
    execute format('create policy %I on %I for select using (current_setting(''app.sees'', true) = ''window'' and (current_setting(''app.units'', true) = ''*'' or unit_id = any (string_to_array(current_setting(''app.units'', true), '',''))))', t || '_window', t);
  end loop;
  -- What a window keeps, takes in and hands out; of a hand-over both windows.
  foreach t in array array['window_original', 'window_hand_out', 'upload', 'upload_chunk'] loop
    execute format('drop policy if exists %I on %I', t || '_window', t);
    execute format('create policy %I on %I using (current_setting(''app.sees'', true) = ''window'' and window_unit_id = current_setting(''app.unit'', true))', t || '_window', t);
  end loop;
  execute 'drop policy if exists window_hand_over_window on window_hand_over';
  execute 'create policy window_hand_over_window on window_hand_over using (current_setting(''app.sees'', true) = ''window'' and (from_unit_id = current_setting(''app.unit'', true) or to_unit_id = current_setting(''app.unit'', true)))';
  -- Orders about records: the unit whose record it is, and those who supervise it.
  foreach t in array array['record_order', 'record_order_event', 'record_order_effect'] loop
    execute format('drop policy if exists %I on %I', t || '_unit', t);
    execute format('create policy %I on %I using (current_setting(''app.sees'', true) = ''unit'' and unit_id = current_setting(''app.unit'', true))', t || '_unit', t);
    execute format('drop policy if exists %I on %I', t || '_region', t);
    execute format('create policy %I on %I for select using (current_setting(''app.sees'', true) = ''region'' and region_code like current_setting(''app.region'', true) || ''%%'')', t || '_region', t);
  end loop;
  -- How a notice was served: the unit and its region; no window has a part in it.
  foreach t in array array['notice_service', 'service_proof'] loop
    execute format('drop policy if exists %I on %I', t || '_unit', t);
    execute format('create policy %I on %I using (current_setting(''app.sees'', true) = ''unit'' and unit_id = current_setting(''app.unit'', true))', t || '_unit', t);
    execute format('drop policy if exists %I on %I', t || '_region', t);
    execute format('create policy %I on %I for select using (current_setting(''app.sees'', true) = ''region'' and region_code like current_setting(''app.region'', true) || ''%%'')', t || '_region', t);
  end loop;
  -- An opinion: the unit that asks, the unit that is asked, and those who supervise the asking unit. The subject reads it in the decision.
  execute 'drop policy if exists opinion_request_subject on opinion_request';
  execute 'drop policy if exists opinion_request_unit on opinion_request';
  execute 'create policy opinion_request_unit on opinion_request using (current_setting(''app.sees'', true) = ''unit'' and (unit_id = current_setting(''app.unit'', true) or asked_unit_id = current_setting(''app.unit'', true)))';
  execute 'drop policy if exists opinion_request_region on opinion_request';
  execute 'create policy opinion_request_region on opinion_request for select using (current_setting(''app.sees'', true) = ''region'' and region_code like current_setting(''app.region'', true) || ''%'')';
  -- How a unit shares out its work: its own people only.
  foreach t in array array['assignment_rule', 'officer_leave', 'queue_view'] loop
    execute format('alter table %I enable row level security', t);
    execute format('drop policy if exists %I on %I', t || '_all', t);
    execute format('create policy %I on %I using (current_setting(''app.sees'', true) = ''all'')', t || '_all', t);
    execute format('drop policy if exists %I on %I', t || '_unit', t);
    execute format('create policy %I on %I using (current_setting(''app.sees'', true) = ''unit'' and unit_id = current_setting(''app.unit'', true))', t || '_unit', t);
  end loop;
  execute 'drop policy if exists record_public on record';
  execute 'create policy record_public on record for select using (current_setting(''app.sees'', true) = ''public'' and repaired_on is null and held_back is null)';
  execute 'drop policy if exists draft_window on draft';
  execute 'create policy draft_window on draft using (current_setting(''app.sees'', true) = ''window'' and window_unit_id = current_setting(''app.unit'', true))';
end
$$;
