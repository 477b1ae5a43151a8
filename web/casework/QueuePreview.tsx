import { Button } from 'antd';
import type { ItemSummary } from '#contract/item.ts';
import { DueChip } from '../office/DueChip.tsx';
import { hasRole, useOfficer } from '../office/session.ts';
import { WhyThisDay } from '../office/WhyThisDay.tsx';
import { dayText } from '../office/when.ts';
import { nextStep } from './queue.ts';
import type { Holding } from './team/use-holding.tsx';

interface Props {
  readonly item: ItemSummary | null;
  readonly open: (item: ItemSummary) => void;
  readonly holding: Holding;
}

/** The line in hand, so that most questions need no opening. */
export function QueuePreview({ item, open, holding }: Props) {
  const officer = useOfficer();
  const { today } = officer;
  if (!item)
    return (
      <aside className="desk-preview" aria-label="预览">
        <p className="quiet">选中一件，这里显示它的要点。</p>
      </aside>
    );
  return (
    <aside className="desk-preview" aria-label="预览" aria-live="polite">
      <h2>{item.subjectName}</h2>
      <p className="quiet">{item.number}</p>
      <p>
        <DueChip due={item.due} today={today} closed={item.closedOn !== null} /> <strong>{item.stateText}</strong>
      </p>
      <p>{nextStep(item)}</p>
      <Button type="primary" block onClick={() => open(item)}>
        打开这一件
      </Button>
      {item.closedOn === null && (
        <p className="holder-acts">
          <span>{item.holder ? `承办人 ${item.holder.name}` : '还没有承办人'}</span>
          {item.holder?.officerId !== officer.officerId && (
            <Button size="small" loading={holding.busy} onClick={() => holding.claim(item)}>
              {item.holder ? '接手' : '认领'}（c）
            </Button>
          )}
          {hasRole(officer, ['head']) && (
            <Button size="small" onClick={() => holding.assign(item)}>
              {item.holder ? '改派' : '分派'}（a）
            </Button>
          )}
        </p>
      )}
      <dl className="facts">
        <dt>事项</dt>
        <dd>{item.matterName}</dd>
        <dt>失信信息</dt>
        <dd>{item.plain}</dd>
        <dt>文书号</dt>
        <dd>{item.docNumber}</dd>
        <dt>认定机关</dt>
        <dd>{item.organName}</dd>
        <dt>认定日期</dt>
        <dd>{dayText(item.findingDate)}</dd>
        <dt>提交日期</dt>
        <dd>{dayText(item.openedOn)}</dd>
        {item.due && (
          <>
            <dt>{item.due.label}</dt>
            <dd>
              {dayText(item.due.due)}前
              <WhyThisDay key={item.itemId} clock={item.due} item={item} />
            </dd>
          </>
        )}
      </dl>
    </aside>
  );
}
