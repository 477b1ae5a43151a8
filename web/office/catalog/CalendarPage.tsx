import './calendar.css';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { CalendarYear } from '#contract/calendar.ts';
import { addDays } from '#domain/plain-date.ts';
import { useFilters } from '../address.ts';
import { useAsk } from '../ask.ts';
import { Loaded } from '../Loaded.tsx';
import { hasRole, type Officer, useOfficer } from '../session.ts';
import { dayText } from '../when.ts';
import { CalendarAlarm } from './CalendarAlarm.tsx';
import { CatalogFrame } from './CatalogFrame.tsx';

/** Only the lead department's keepers enter the calendar. */
export function mayFileCalendar(officer: Officer): boolean {
  return hasRole(officer, ['catalog-keeper']) && officer.unit?.sector === 'ndrc';
}

/** The working-day calendar of a year: what rests, what is made up, on which notice, and what it was before. */
export function CalendarPage() {
  const officer = useOfficer();
  const [filters, change] = useFilters();
  const year = /^\d{4}$/.test(filters.year ?? '') ? Number(filters.year) : Number(officer.today.slice(0, 4));
  const query = useAsk('getCalendarYear', { params: { year: String(year) } }, { keep: true });
  return (
    <CatalogFrame
      title="工作日历"
      intro="全部期限按这里的日历计算。放假安排一变，在办件的期限自动重算，动了日子的告知申请人和办理单位；已经办完的不动。"
    >
      <CalendarAlarm />
      <div className="filters">
        <Button onClick={() => change({ year: String(year - 1) })}>看{year - 1}年</Button>
        <strong aria-live="polite">{year}年</strong>
        <Button onClick={() => change({ year: String(year + 1) })}>看{year + 1}年</Button>
        {mayFileCalendar(officer) && (
          <>
            <Link className="button-link" to={`/catalog/calendar/${year}` as never}>
              {query.data?.provisional ? `录入${year}年放假安排` : `按新的通知修改${year}年`}
            </Link>
            <Link className="link" to={'/catalog/calendar/day' as never}>
              调整某一天
            </Link>
          </>
        )}
      </div>
      <Loaded query={query} rows={10}>
        {(it) => <Year year={it} />}
      </Loaded>
    </CatalogFrame>
  );
}

function Year({ year }: { year: CalendarYear }) {
  return (
    <>
      <section className="card" aria-labelledby="year-title">
        <h2 id="year-title">
          {year.year}年：{year.workingDays} 个工作日
        </h2>
        {year.provisional && (
          <p className="why-not">放假安排还没有公布或者录入：只有日期固定的法定节日，其余暂按周末推算。</p>
        )}
        <Days year={year} />
      </section>
      {year.versions.length > 0 && <Versions year={year} />}
    </>
  );
}

function Days({ year }: { year: CalendarYear }) {
  return (
    <table className="diff calendar-days">
      <caption className="hidden-words">{year.year}年的放假和调休</caption>
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">这几天</th>
          <th scope="col">依据</th>
        </tr>
      </thead>
      <tbody>
        {runsOf(year.days).map(({ first, last, length }) => (
          <tr key={first.date}>
            <th scope="row">
              {dayText(first.date)}
              {length > 1 && `至${dayText(last.date)}，${length} 天`}
            </th>
            <td data-label="这几天">
              {first.working ? '上班' : '休息'}：{first.why}
            </td>
            <td data-label="依据">{first.notice ?? (first.kind === 'edited' ? '目录管理人员录入' : '法定节日')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type SpecialDay = CalendarYear['days'][number];

/** Days that follow one another and are alike, as one line. */
function runsOf(days: readonly SpecialDay[]): { first: SpecialDay; last: SpecialDay; length: number }[] {
  const runs: { first: SpecialDay; last: SpecialDay; length: number }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const alike =
      run && addDays(run.last.date, 1) === day.date && run.last.why === day.why && run.last.notice === day.notice;
    if (run && alike) Object.assign(run, { last: day, length: run.length + 1 });
    else runs.push({ first: day, last: day, length: 1 });
  }
  return runs;
}

function Versions({ year }: { year: CalendarYear }) {
  return (
    <section className="card" aria-labelledby="versions-title">
      <h2 id="versions-title">公布和调整</h2>
      <ul className="plain-list">
        {year.versions.map(({ notice, numberSure, holidays, makeupWorkdays, inForce }) => (
          <li key={notice.title} className="line-card">
            <div className="line-split">
              <strong>{notice.title}</strong>
              <span className={inForce ? 'chip chip-good' : 'chip'}>{inForce ? '✓ 现行' : '已被调整'}</span>
            </div>
            <p className="quiet">
              {notice.number ?? '文号没有登记'}
              {notice.number && !numberSure && '（文号为转引，待核对）'}，{dayText(notice.announcedOn)}公布
              {notice.announcedOn !== notice.issuedOn && `（${dayText(notice.issuedOn)}成文）`}；放假 {holidays.length}{' '}
              天，调休上班 {makeupWorkdays.length} 天。
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
