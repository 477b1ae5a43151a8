import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ItemView } from '#contract/casework.ts';
import type { ItemAction } from '#domain/item/available-actions.ts';
import { LoginGate } from '../../access/LoginGate.tsx';
import { call } from '../../api.ts';
import { ItemState } from '../../intake/ItemState.tsx';
import { lastDayWords } from '../../intake/item-words.ts';
import { OneTimeline } from '../../intake/OneTimeline.tsx';
import { oneTimeline } from '../../intake/one-timeline.ts';
import { Questions, useQuestions } from '../../intake/Questions.tsx';
import { WithdrawItem } from '../../intake/WithdrawItem.tsx';
import { Papers } from '../../notice/Papers.tsx';
import { RateItem } from '../../notice/RateItem.tsx';
import { Effects } from '../../publication/Effects.tsx';
import { GradeCard, OutsideSteps } from '../../publication/OutsideSteps.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { PrintButton } from '../../ui/PrintButton.tsx';
import { WhyThisDate } from '../../ui/WhyThisDate.tsx';

type Params = { subjectKey: string; applicationId: string; itemId: string };

/** One item: where it stands, its papers and receipts, everything that happened, and what the applicant may do. */
export function ItemPage() {
  const params = useParams({ strict: false }) as Params;
  return (
    <LoginGate title="办理经过" why="办理经过里有您的信息，要先确认身份。">
      {() => <Item params={params} />}
    </LoginGate>
  );
}

function Item({ params }: { params: Params }) {
  const { subjectKey, itemId } = params;
  const item = useQuery({
    queryKey: ['item', itemId],
    queryFn: () => call('getItem', { params: { subjectKey, itemId } }),
    refetchInterval: (query) => {
      const view = query.state.data;
      const moving = view?.summary.waitsOn === 'platform' || view?.papers.some((paper) => paper.state === 'ordered');
      return moving ? 4_000 : false;
    },
  });
  const summary = item.data?.summary;
  return (
    <Page
      title={summary?.plain ?? '办理经过'}
      above={
        <Link to="/applications/$subjectKey/$applicationId" params={params}>
          ← 回到这份申请
        </Link>
      }
      lead={summary && `${summary.matterName} · ${summary.organName} · ${summary.docNumber}`}
    >
      <Loaded query={item} lines={10}>
        {(view) => <Parts view={view} params={params} />}
      </Loaded>
    </Page>
  );
}

function Parts({ view, params }: { view: ItemView; params: Params }) {
  const can = (action: ItemAction) => view.actions.some((one) => one.action === action && one.allowed);
  return (
    <>
      <section className="card">
        <p className="small">
          办件编号 <span className="number">{view.summary.number}</span> · 办理单位 {view.summary.unitName}
        </p>
        <ItemState item={view.summary} />
        {view.moot && (
          <p>
            <strong>{view.moot.text}</strong>
            {view.moot.todo}
          </p>
        )}
        {view.missing.length > 0 && view.summary.state === 'correcting' && (
          <>
            <h3>要补正的</h3>
            <ul>
              {view.missing.map((one) => (
                <li key={one.key}>
                  <strong>{one.name}</strong>：{one.reason}
                </li>
              ))}
            </ul>
            <Link
              className={buttonClass('primary', true)}
              to="/applications/$subjectKey/$applicationId/$itemId/correct"
              params={params}
            >
              去补正
            </Link>
          </>
        )}
      </section>
      {mayApplyAgain(view) && (
        <Link
          className={buttonClass('secondary')}
          to="/repair/$subjectKey/$recordIds"
          params={{ subjectKey: params.subjectKey, recordIds: view.summary.recordId }}
        >
          为这一条重新申请
        </Link>
      )}
      {['declined', 'refused'].includes(view.summary.state) && (
        <Link
          className={buttonClass('secondary')}
          to="/object/$subjectKey/$recordId"
          params={{ subjectKey: params.subjectKey, recordId: view.summary.recordId }}
          search={{ item: params.itemId } as never}
        >
          对这个结果有异议
        </Link>
      )}
      <Papers subjectKey={params.subjectKey} papers={view.papers} />
      {view.outside && <OutsideSteps road={view.outside} />}
      {view.grade && <GradeCard grade={view.grade} />}
      <Effects exchanges={view.exchanges} />
      {(can('rate') || view.rating) && (
        <RateItem subjectKey={params.subjectKey} itemId={params.itemId} rating={view.rating} />
      )}
      <Timeline view={view} params={params} />
      <Questions subjectKey={params.subjectKey} itemId={params.itemId} />
      <Clocks view={view} />
      <div className="row no-print">
        <PrintButton>打印这一项</PrintButton>
        {can('withdraw') && <WithdrawItem item={view.summary} />}
      </div>
    </>
  );
}

/** An item that ended without a repair leaves its record free for a new application. */
function mayApplyAgain({ summary, record }: ItemView): boolean {
  return ['withdrawn', 'declined', 'refused'].includes(summary.state) && !record.openItem && !record.repairedOn;
}

function Timeline({ view, params: { subjectKey, itemId } }: { view: ItemView; params: Params }) {
  const asked = useQuestions(subjectKey, itemId).data?.questions ?? [];
  const of = <T,>(one: T) => ({ ...one, itemId });
  return (
    <section className="card">
      <h2>办理经过</h2>
      <OneTimeline happenings={oneTimeline(view.timeline.map(of), asked.map(of))} />
    </section>
  );
}

function Clocks({ view }: { view: ItemView }) {
  if (view.clocks.length === 0) return null;
  return (
    <section className="card">
      <h2>期限</h2>
      <ul className="plain stack">
        {view.clocks.map((clock) => (
          <li key={clock.kind}>
            <strong>{clock.label}</strong>：{clock.doneOn ? '期限 ' : lastDayWords(clock)}
            <DateText date={clock.due} />
            {clock.doneOn && (
              <span className={clock.doneOn > clock.due ? 'bad' : 'good'}>
                {clock.doneOn > clock.due ? ' × 超期完成' : ' ✓ 按期完成'}
              </span>
            )}
            <WhyThisDate
              from={clock.start}
              add={clock.days}
              cites={clock.cites}
              label={clock.label}
              provisional={clock.provisional}
              clock={{ subjectKey: view.summary.subjectKey, itemId: view.summary.itemId, kind: clock.kind }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
