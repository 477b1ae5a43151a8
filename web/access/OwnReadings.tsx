import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call, type ReplyTo } from '../api.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { DateText } from '../ui/DateText.tsx';
import { EmptyState, Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';
import { LoginGate, type SignedIn } from './LoginGate.tsx';
import { SubjectSwitch } from './SubjectSwitch.tsx';

type Seen = ReplyTo<'listOwnReadings'>['readings'][number];

const title = '谁看过我的信息';
/** Days that are shown at first, and more at each press. */
const step = 10;

/** 谁看过我的信息: which unit looked at the subject's data, on which day, what for. */
export function OwnReadings() {
  return (
    <LoginGate title={title} why="这里写着哪些单位看过您的信息，要先确认身份。">
      {(who) => (
        <Page title={title} lead={<SubjectSwitch {...who} bare />}>
          {who.subject.mandate?.only ? (
            <EmptyState title="受托人看不到这一页">
              <p>谁看过{who.subject.name}的信息，由它自己的账号或者法定代表人登录查看。</p>
              <Link className={buttonClass('secondary')} to="/records">
                回到我的记录
              </Link>
            </EmptyState>
          ) : (
            <SeenBy key={who.subject.subjectKey} {...who} />
          )}
        </Page>
      )}
    </LoginGate>
  );
}

function SeenBy({ subject }: SignedIn) {
  const { subjectKey, name } = subject;
  const [shown, setShown] = useState(step);
  const query = useInfiniteQuery({
    queryKey: ['own-readings', subjectKey],
    queryFn: ({ pageParam }) =>
      call('listOwnReadings', { params: { subjectKey }, query: pageParam ? { after: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return (
    <Loaded query={query} lines={6}>
      {({ pages }) => {
        const days = [
          ...Map.groupBy(
            pages.flatMap((page) => page.readings),
            (one) => one.day,
          ),
        ];
        const more = query.hasNextPage;
        return (
          <>
            <p>
              工作人员每次查看，系统都会记下来，保存 {pages[0]?.keptMonths}{' '}
              个月。这里写单位、日期和原因，不写工作人员的姓名。
            </p>
            {days.length === 0 && (
              <EmptyState title="还没有单位看过">
                <p>您提交申请以后，办理单位会看“{name}”的申请和材料，看过就会列在这里。</p>
              </EmptyState>
            )}
            {days.slice(0, shown).map(([day, seen]) => (
              <OneDay key={day} day={day} seen={seen} />
            ))}
            {(days.length > shown || more) && (
              <Button
                kind="secondary"
                busy={query.isFetchingNextPage}
                onClick={() => {
                  setShown(shown + step);
                  if (more && days.length <= shown + step) void query.fetchNextPage();
                }}
              >
                {more ? '看更早的' : `看更早的（还有 ${days.length - shown} 天）`}
              </Button>
            )}
            <p className="small">对某一次查看有疑问，可以向那个单位询问，或者拨打 12345 反映。</p>
          </>
        );
      }}
    </Loaded>
  );
}

function OneDay({ day, seen }: { day: string; seen: readonly Seen[] }) {
  const units = [...Map.groupBy(seen, (one) => one.unitName)];
  return (
    <section className="card" style={{ maxWidth: 'none' }}>
      <h2>
        <DateText date={day} />
      </h2>
      {units.map(([unit, all]) => (
        <div key={unit}>
          <p>
            <strong>{unit}</strong>
          </p>
          <ul>
            {all.map((one) => (
              <li key={`${one.what}|${one.purpose}`}>
                {one.what}
                {one.times > 1 && ` ${one.times} 次`}
                <span className="small">（{one.purpose}）</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
