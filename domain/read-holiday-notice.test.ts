import { describe, expect, test } from 'vitest';
import type { ArrangementVersion } from '#law/calendar/arrangement.ts';
import { yearArrangements } from '#law/working-days.ts';
import { readHolidayNotice } from './read-holiday-notice.ts';

const head = (year: number, number: string) => `国务院办公厅关于${year}年
部分节假日安排的通知
${number}
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将${year}年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
`;
const foot = (day: string) => `
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
国务院办公厅
${day}`;

/** The operative sentences of four notices, in the wordings that have been used: 补休, 连休, two years in one span, weekday in brackets. */
const notices: readonly (readonly [year: number, text: string])[] = [
  [
    2015,
    `${head(2015, '国办发明电〔2014〕28号')}
一、元旦：1月1日至3日放假调休，共3天。1月4日（星期日）上班。
二、春节：2月18日至24日放假调休，共7天。2月15日（星期日）、2月28日（星期六）上班。
三、清明节：4月5日放假，4月6日（星期一）补休。
四、劳动节：5月1日放假，与周末连休。
五、端午节：6月20日放假，6月22日（星期一）补休。
六、中秋节：9月27日放假。
七、国庆节：10月1日至7日放假调休，共7天。10月10日（星期六）上班。${foot('2014年12月16日')}`,
  ],
  [
    2019,
    `${head(2019, '国办发明电〔2018〕15号')}
一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。
二、春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。
三、清明节：4月5日放假，与周末连休。
四、劳动节：5月1日放假。
五、端午节：6月7日放假，与周末连休。
六、中秋节：9月13日放假，与周末连休。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。${foot('2018年12月4日')}`,
  ],
  [
    2024,
    `${head(2024, '国办发明电〔2023〕7号')}
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。${foot('2023年10月25日')}`,
  ],
  [
    2025,
    `${head(2025, '国办发明电〔2024〕12号')}
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。${foot('2024年11月12日')}`,
  ],
];

describe('the notice as it is published', () => {
  test.each(notices)('%i: every day as the law has it, with number and date', (year, text) => {
    const read = readHolidayNotice(text);
    const known: ArrangementVersion = yearArrangements[year]![0]!;
    expect(read).toMatchObject({
      year,
      title: known.notice.title,
      number: known.notice.number,
      issuedOn: known.notice.issuedOn,
    });
    const named = Object.fromEntries(read.festivals.flatMap(({ name, days }) => days.map((day) => [day, name])));
    expect(named).toEqual(known.names);
    expect(read.makeupWorkdays).toEqual([...known.makeupWorkdays].sort());
  });

  test('another text gives nothing', () => {
    expect(readHolidayNotice('今天放假，明天上班。')).toEqual({
      year: null,
      title: null,
      number: null,
      issuedOn: null,
      festivals: [],
      makeupWorkdays: [],
    });
  });

  test('a day that does not exist is left out', () => {
    const broken = `${head(2027, '国办发明电〔2026〕0号')}一、元旦：1月1日至3日放假。2月30日上班。`;
    expect(readHolidayNotice(broken)).toMatchObject({ year: 2027, makeupWorkdays: [], issuedOn: null });
  });
});
