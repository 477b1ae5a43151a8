import { Button } from 'antd';
import type { ObjectionSummary } from '#contract/objection-views.ts';
import { DueChip } from '../../office/DueChip.tsx';
import { useOfficer } from '../../office/session.ts';
import { dayText } from '../../office/when.ts';

interface Props {
  readonly it: ObjectionSummary | null;
  readonly open: (it: ObjectionSummary) => void;
}

/** The line in hand, so that most questions need no opening. */
export function ObjectionPreview({ it, open }: Props) {
  const { today } = useOfficer();
  if (!it)
    return (
      <aside className="desk-preview" aria-label="预览">
        <p className="quiet">选中一件，这里显示它的要点。</p>
      </aside>
    );
  return (
    <aside className="desk-preview" aria-label="预览" aria-live="polite">
      <h2>{it.subjectName}</h2>
      <p className="quiet">{it.number}</p>
      <p>
        <DueChip due={it.due} today={today} closed={it.closedOn !== null} /> <strong>{it.stateText}</strong>
      </p>
      <Button type="primary" block onClick={() => open(it)}>
        打开这一件
      </Button>
      <dl className="facts">
        <dt>对什么</dt>
        <dd>{it.groundText}</dd>
        <dt>事项</dt>
        <dd>{it.matterName}</dd>
        <dt>文书号</dt>
        <dd>{it.docNumber}</dd>
        <dt>提出日期</dt>
        <dd>{dayText(it.openedOn)}</dd>
        {it.due && (
          <>
            <dt>{it.due.label}</dt>
            <dd>{dayText(it.due.due)}前</dd>
          </>
        )}
      </dl>
    </aside>
  );
}
