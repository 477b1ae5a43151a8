import { Button } from 'antd';
import { useGo } from '../../address.ts';
import { useAskPages } from '../../ask.ts';
import { DueChip } from '../../DueChip.tsx';
import { Loaded } from '../../Loaded.tsx';
import { LoadMore } from '../../LoadMore.tsx';
import { useOfficer } from '../../session.ts';
import { dayText } from '../../when.ts';

/** Objections this window took in, what was answered last first: the answer is handed out from here. */
export function WindowObjections() {
  const query = useAskPages('listWindowObjections', { query: {} });
  const { today } = useOfficer();
  const go = useGo();
  return (
    <Loaded
      query={query}
      isEmpty={(it) => (it.pages[0]?.objections.length ?? 0) === 0}
      emptyText="本窗口还没有代收过异议。在来访人的失信信息、没有受理或者没有准予的办件旁边可以代提。"
    >
      {(it) => {
        const all = it.pages.flatMap((page) => page.objections);
        return (
          <>
            <ul className="plain-list">
              {all.map((one) => (
                <li key={one.objectionId} className="line-card line-split">
                  <div>
                    <p>
                      <strong>{one.subjectName}</strong> <span className="figures">{one.number}</span>
                    </p>
                    <p>
                      <DueChip due={one.due} today={today} closed={one.closedOn !== null} /> {one.groundText}：
                      {one.stateText}
                    </p>
                    <p className="quiet">
                      {one.unitName}　{dayText(one.openedOn)}代收
                      {one.closedOn && `　${dayText(one.closedOn)}办结，请发放答复`}
                    </p>
                  </div>
                  <div className="line-acts">
                    <Button
                      type={one.closedOn ? 'primary' : 'default'}
                      onClick={() => go(`/window/${one.subjectKey}/objections/${one.objectionId}`)}
                      aria-label={`打开异议：${one.number}`}
                    >
                      {one.closedOn ? '发放答复' : '打开'}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
            <LoadMore query={query} shown={all.length} />
          </>
        );
      }}
    </Loaded>
  );
}
