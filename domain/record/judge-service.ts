import { formatCitation } from '#law/cite.ts';
import { mayRefuse } from '#law/dated.ts';
import { type ServiceWay, serviceWayRules } from '#law/service-ways.ts';
import { addDays, formatChinese, type PlainDate } from '../plain-date.ts';
import type { FieldFault } from '../refusal.ts';

/** A service as somebody notes it, with what stands in the file. */
export interface ServiceNoted {
  readonly way: ServiceWay;
  readonly servedOn: PlainDate;
  readonly decisionServedOn: PlainDate;
  /** 公告送达: the day on which the announcement was made. */
  readonly announcedOn: PlainDate | null;
  /** Receipt, number or name of who signed: whether anything at all was left on file. */
  readonly hasReceipt: boolean;
  readonly findingDate: PlainDate;
  /** Day on which the current edition of the notice was made. */
  readonly madeOn: PlainDate;
  readonly edition: number;
  readonly today: PlainDate;
}

/** What cannot be, by field, and what should be looked at again. */
export interface ServiceJudged {
  readonly faults: readonly FieldFault[];
  readonly notes: readonly string[];
}

/** Whether a service can have been as it is noted. Days that no calendar allows are refused; days that law counts otherwise only where the clause was read. */
export function judgeService(it: ServiceNoted): ServiceJudged {
  const faults: FieldFault[] = [
    ...wrongDay('servedOn', '告知书送达日期', it.servedOn, it),
    ...wrongDay('decisionServedOn', '决定书送达日期', it.decisionServedOn, it),
  ];
  if (it.servedOn < it.madeOn && it.servedOn >= it.findingDate)
    faults.push({ field: 'servedOn', text: beforeItWasMade(it) });
  const announced = announcement(it);
  const rule = serviceWayRules[it.way].on(it.servedOn);
  const receipt =
    rule && !it.hasReceipt
      ? [
          `还没有登记${rule.value.receipt}：请补编号、签收人或者上传凭证（${rule.cite.map(formatCitation).join('、')}）。`,
        ]
      : [];
  return { faults: [...faults, ...announced.faults], notes: [...announced.notes, ...receipt] };
}

/** The day of service by an announcement of a day; null where law as known here gives none. */
export function servedByAnnouncement(announcedOn: PlainDate): PlainDate | null {
  const rule = serviceWayRules.public.on(announcedOn);
  return rule ? addDays(announcedOn, rule.value.days) : null;
}

function beforeItWasMade({ madeOn, edition }: ServiceNoted): string {
  const made = `这份告知书${formatChinese(madeOn)}才制作，送达日期不能比它早。`;
  return edition > 1 ? `${made}此前送出的是旧版的，请补送现行的第 ${edition} 版后再登记。` : made;
}

function announcement(it: ServiceNoted): ServiceJudged {
  const fault = (text: string): ServiceJudged => ({ faults: [{ field: 'announcedOn', text }], notes: [] });
  const { announcedOn, way, servedOn } = it;
  if (way !== 'public') return announcedOn === null ? { faults: [], notes: [] } : fault('只有公告送达才填公告日期。');
  if (announcedOn === null) return fault('公告送达要填公告发出的日期。');
  const [impossible] = wrongDay('announcedOn', '公告日期', announcedOn, it);
  if (impossible) return { faults: [impossible], notes: [] };
  if (announcedOn < it.madeOn) return fault(`这份告知书${formatChinese(it.madeOn)}才制作，公告日期不能比它早。`);
  if (servedOn <= announcedOn) return fault('公告要经过一段时间才算送达，公告日期要早于送达日期。');
  const counted = servedByAnnouncement(announcedOn);
  if (counted === null || servedOn >= counted) return { faults: [], notes: [] };
  const rule = serviceWayRules.public.on(announcedOn)!;
  const text = `公告${formatChinese(announcedOn)}发出，经过${rule.value.days}日到${formatChinese(counted)}才视为送达（${rule.cite.map(formatCitation).join('、')}）。`;
  if (mayRefuse(rule.sure)) return fault(text);
  return { faults: [], notes: [`${text}${rule.note ?? ''}登记的${formatChinese(servedOn)}比它早，请核对。`] };
}

function wrongDay(field: string, name: string, day: string, { findingDate, today }: ServiceNoted): FieldFault[] {
  if (day > today) return [{ field, text: `${name}不能晚于今天（${today}）。` }];
  return day < findingDate ? [{ field, text: `${name}不能早于决定日期（${findingDate}）。` }] : [];
}
