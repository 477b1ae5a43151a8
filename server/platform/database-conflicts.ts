import { type Refusal, refuse } from '#domain/refusal.ts';

interface DatabaseError {
  readonly code?: string;
  readonly constraint?: string;
  readonly message: string;
}

/** Name of the violated constraint: from the field, or from the message less the shard number a distributed engine adds. */
function constraintOf(error: DatabaseError): string {
  const named = error.constraint ?? /constraint "([^"]+)"/.exec(error.message)?.[1] ?? '';
  return named.replace(/_\d+$/, '');
}

/** Races that the database settles: exactly one wins, the other is told who and what. */
const conflicts: Readonly<Record<string, () => Refusal>> = {
  item_open_record_uq: () =>
    refuse(
      'conflict',
      'record-has-open-item',
      '这条信息已经有一件正在办理的申请，不能重复提交。请刷新后查看那一件的进度。',
    ),
  item_event_pk: () =>
    refuse('conflict', 'stale-version', '这一件刚刚被别人处理过，您看到的已经不是最新情况。请刷新后再操作。'),
  item_event_request_uq: () => refuse('conflict', 'request-repeated', '这一操作已经提交过，请刷新查看结果。'),
  application_request_uq: () => refuse('conflict', 'request-repeated', '这份申请已经提交过，请刷新查看结果。'),
  objection_open_thing_uq: () =>
    refuse('conflict', 'objection-open', '对同一件事的异议刚刚已经提交过，请刷新后查看那一件的进度。'),
  objection_event_pk: () =>
    refuse('conflict', 'stale-version', '这件异议刚刚被别人处理过，您看到的已经不是最新情况。请刷新后再操作。'),
  objection_event_request_uq: () => refuse('conflict', 'request-repeated', '这一操作已经提交过，请刷新查看结果。'),
  rating_item_uq: () => refuse('conflict', 'already-rated', '该办件已评价，一件只评价一次。'),
  repair_notice_current_uq: () => refuse('conflict', 'notice-exists', '这条信息已经制作过《信用修复告知书》。'),
};

/** Turns an expected database error into a refusal; null means the error is a bug. */
export function refusalOfDatabaseError(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as DatabaseError;
  if (code === '23505') return conflicts[constraintOf(error as DatabaseError)]?.() ?? null;
  if (code === '40001' || code === '40P01')
    return refuse('conflict', 'busy', '同一时间有别的操作占用了这条数据，请再试一次。');
  return null;
}
