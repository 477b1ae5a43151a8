import { Alert } from 'antd';
import { useAsk } from '../ask.ts';
import { useOfficer } from '../session.ts';

/** From 1 November until next year's holidays are entered: what is missing, and what it makes uncertain. */
export function CalendarAlarm() {
  const { today } = useOfficer();
  const year = useAsk('getCalendarYear', { params: { year: today.slice(0, 4) } }, { staleTime: 60_000 });
  const alarm = year.data?.alarm;
  if (!alarm) return null;
  return <Alert type="warning" showIcon role="status" title={`${alarm.year}年的日历还缺着`} description={alarm.text} />;
}
