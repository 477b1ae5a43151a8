import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ApplicationDetail, ApplicationView } from '#contract/intake.ts';
import { LoginGate } from '../../access/LoginGate.tsx';
import { addressOf, call } from '../../api.ts';
import { ApplicationTimeline } from '../../intake/ApplicationTimeline.tsx';
import { DownloadAll } from '../../intake/DownloadAll.tsx';
import { FormSheet } from '../../intake/FormSheet.tsx';
import { ItemState } from '../../intake/ItemState.tsx';
import { Papers } from '../../notice/Papers.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { PrintButton } from '../../ui/PrintButton.tsx';

/** Something is under way by itself: papers being printed, an item being registered or sent. */
function isMoving(view: ApplicationView): boolean {
  return (
    view.papers.length === 0 ||
    view.papers.some((paper) => paper.state === 'ordered') ||
    view.items.some((item) => item.waitsOn === 'platform')
  );
}

/** Asks for one application; while something is under way it asks again by itself. */
export function useApplication(subjectKey: string, applicationId: string) {
  return useQuery({
    queryKey: ['application', applicationId],
    queryFn: () => call('getApplication', { params: { subjectKey, applicationId } }),
    refetchInterval: (query) => (query.state.data && isMoving(query.state.data) ? 4_000 : false),
  });
}

/** One application: how far each item is, what waits for the applicant first. */
export function ApplicationPage() {
  const params = useParams({ strict: false }) as { subjectKey: string; applicationId: string };
  return (
    <LoginGate title="我的申请" why="申请里有您的信息，要先确认身份。">
      {() => <Application {...params} />}
    </LoginGate>
  );
}

function Application({ subjectKey, applicationId }: { subjectKey: string; applicationId: string }) {
  const application = useApplication(subjectKey, applicationId);
  const found = application.data;
  return (
    <Page
      title={found ? `申请 ${found.number}` : '我的申请'}
      above={<Link to="/applications">← 我的申请</Link>}
      lead={
        found && (
          <>
            <DateText date={found.submittedOn} /> 提交
            {found.windowUnitName && `，由${found.windowUnitName}代收`}。{found.items.length} 项中{' '}
            {found.items.filter((item) => item.closedOn).length} 项已办结。
          </>
        )
      }
    >
      <Loaded query={application} lines={9}>
        {(view) => <Items view={view} />}
      </Loaded>
    </Page>
  );
}

function Items({ view }: { view: ApplicationDetail }) {
  const first = (item: ApplicationView['items'][number]) =>
    item.waitsOn === 'applicant' && !item.closedOn ? 0 : item.closedOn ? 2 : 1;
  const items = view.items.toSorted((a, b) => first(a) - first(b));
  return (
    <>
      {items.map((item) => {
        const params = { subjectKey: item.subjectKey, applicationId: item.applicationId, itemId: item.itemId };
        return (
          <div className="card" key={item.itemId}>
            <h2>{item.plain}</h2>
            <p className="small">
              {item.matterName} · {item.organName} · {item.docNumber}
            </p>
            <ItemState item={item} />
            <div className="row">
              {item.state === 'correcting' && (
                <Link
                  className={buttonClass()}
                  to="/applications/$subjectKey/$applicationId/$itemId/correct"
                  params={params}
                >
                  去补正
                </Link>
              )}
              <Link
                className={buttonClass('secondary')}
                to="/applications/$subjectKey/$applicationId/$itemId"
                params={params}
              >
                看这一项的经过
              </Link>
            </div>
          </div>
        );
      })}
      <ApplicationTimeline {...view} />
      <Papers subjectKey={view.subjectKey} papers={view.papers} />
      <Attachments view={view} />
      <DownloadAll subjectKey={view.subjectKey} applicationId={view.applicationId} />
      <details className="unfold">
        <summary>看我提交的申请表</summary>
        <FormSheet
          form={view.form}
          records={view.items.map((item) => ({ key: item.itemId, ...item }))}
          annex={view.annex.map(({ itemId, answers }) => {
            const item = view.items.find((one) => one.itemId === itemId);
            return { key: itemId, matterName: item?.matterName ?? '', docNumber: item?.docNumber ?? '', answers };
          })}
          signedOn={view.submittedOn}
        />
      </details>
      <PrintButton>打印这份申请</PrintButton>
    </>
  );
}

function Attachments({ view }: { view: ApplicationView }) {
  if (view.attachments.length === 0) return null;
  return (
    <section className="card">
      <h2>我交的材料</h2>
      <ul className="plain stack">
        {view.attachments.map((file) => (
          <li key={file.attachmentId}>
            <a
              href={addressOf('readAttachment', {
                params: { subjectKey: view.subjectKey, attachmentId: file.attachmentId },
              })}
              target="_blank"
              rel="noreferrer"
            >
              {file.fileName}
            </a>
            {file.scan === 'infected' && <span className="bad">（查出病毒，已经删除）</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
